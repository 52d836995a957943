@echo off
rem Opens the desk: a double click sets up what is needed, once.
chcp 65001 >nul
cd /d "%~dp0"
set PYTHONUTF8=1
where py >nul 2>nul && (py -3 start.py & goto end)
where python >nul 2>nul && (python start.py & goto end)
echo Python kerek / Nuzhen Python: https://www.python.org/downloads/
start "" "https://www.python.org/downloads/"
:end
if errorlevel 1 pause
