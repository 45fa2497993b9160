@"%~dp0program\Scripts\python.exe" -I -c "from saksama.app.main import main; main()" %*
