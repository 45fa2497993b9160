@echo off
chcp 65001 >nul
set "PATH=%~dp0;%PATH%"
cd /d "%USERPROFILE%\Documents"
call saksama.bat --help
cmd /k
