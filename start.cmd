@echo off
rem Opens the desk: a double click sets up what is needed, once.
chcp 65001 >nul
cd /d "%~dp0"
set PYTHONUTF8=1
rem Asked to run, not looked up: Windows has a python.exe that only opens its shop, and py may have no Python 3.
py -3 -c "" >nul 2>nul && (py -3 start.py & goto end)
python -c "" >nul 2>nul && (python start.py & goto end)
echo Python kerek / Nuzhen Python: https://www.python.org/downloads/
start "" "https://www.python.org/downloads/"
pause
exit /b 1
:end
if errorlevel 1 pause
