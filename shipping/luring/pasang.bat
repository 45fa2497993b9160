@echo off
rem Memasang Saksama di Windows tanpa internet: klik dua kali, atau pasang.bat FOLDER
setlocal EnableExtensions DisableDelayedExpansion
set "SINI=%~dp0"
set "TUJUAN=%~f1"
rem Bukan %LOCALAPPDATA%\Saksama: di sana data pengguna (nomenklatur, tembolok).
if "%~1"=="" set "TUJUAN=%LOCALAPPDATA%\Programs\Saksama"

echo 1. Mencari Python ...
set "PYTHON="
for %%V in (@PYTHON_WINDOWS@) do call :cari %%V py -%%V
for %%V in (@PYTHON_WINDOWS@) do call :cari %%V python
if not defined PYTHON (
    echo Paket ini memerlukan Python @PYTHONS_TEXT@, 64 bit, dan tidak satu pun ditemukan.
    echo Minta pengelola komputer memasangnya dari python.org, lalu ulangi.
    goto gagal
)
echo    Python %VERSI%

if exist "%TUJUAN%\" if not exist "%TUJUAN%\terpasang.txt" (
    dir /b /a "%TUJUAN%" 2>nul | findstr . >nul && (
        echo "%TUJUAN%" sudah ada isinya dan bukan pemasangan Saksama. Pilih folder lain: pasang.bat FOLDER
        goto gagal
    )
)

echo 2. Memasang ke "%TUJUAN%" ...
if not exist "%TUJUAN%\" mkdir "%TUJUAN%"
if not exist "%TUJUAN%\" goto gagal
echo Saksama> "%TUJUAN%\terpasang.txt"
rem Yang lama baru diganti setelah yang baru lengkap.
if exist "%TUJUAN%\program-baru\" rmdir /s /q "%TUJUAN%\program-baru"
call %PYTHON% -m venv "%TUJUAN%\program-baru" || goto gagal
set "PIP_CONFIG_FILE=nul"
"%TUJUAN%\program-baru\Scripts\python.exe" -m pip --isolated install --quiet --disable-pip-version-check --no-index --find-links "%SINI%paket" --require-hashes -r "%SINI%daftar\windows-%VERSI%.txt" || goto gagal
if exist "%TUJUAN%\program\" rmdir /s /q "%TUJUAN%\program"
move "%TUJUAN%\program-baru" "%TUJUAN%\program" >nul || goto gagal
copy /y "%SINI%windows\*.bat" "%TUJUAN%\" >nul || goto gagal
copy /y "%SINI%BACA-SAYA.txt" "%TUJUAN%\" >nul

echo 3. Mencoba dengan contoh ...
set "COBA=%TEMP%\coba-saksama-%RANDOM%%RANDOM%"
call "%TUJUAN%\saksama.bat" contoh "%COBA%\contoh" >nul || goto gagal
call "%TUJUAN%\saksama.bat" periksa "%COBA%\contoh\bermasalah" --profil kecamatan --tanggal 2025-03-10 --hasil "%COBA%\hasil" >nul
if not exist "%COBA%\hasil\run.json" goto gagal
rmdir /s /q "%COBA%"

rem Pintasan di menu Start; bila tidak diizinkan, Saksama tetap dapat dibuka dari foldernya.
powershell -NoProfile -Command "$s = (New-Object -ComObject WScript.Shell).CreateShortcut((Join-Path ([Environment]::GetFolderPath('Programs')) 'Saksama.lnk')); $s.TargetPath = (Join-Path $env:TUJUAN 'Buka Saksama.bat'); $s.Save()" >nul 2>nul

echo.
echo Saksama terpasang. Buka lewat menu Start: Saksama, atau klik dua kali
echo "%TUJUAN%\Buka Saksama.bat". Lalu ketik: saksama periksa FOLDER
echo Menghapus Saksama: hapus folder "%TUJUAN%" dan pintasan Saksama di menu Start.
pause
exit /b 0

:gagal
echo.
echo Pemasangan tidak selesai. Kirim pesan di atas kepada pengelola Saksama.
pause
exit /b 1

rem Perintah ini Python versi %1 dan 64 bit? Yang pertama cocok dipakai.
:cari
if defined PYTHON exit /b 0
call %2 %3 -c "import sys; sys.exit('%1' != '.'.join(map(str, sys.version_info[:2])) or sys.maxsize < 2**32)" >nul 2>nul || exit /b 0
set "PYTHON=%2 %3"
set "VERSI=%1"
exit /b 0
