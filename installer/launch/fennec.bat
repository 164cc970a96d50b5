@echo off
rem Starts Fennec Workbench: a subcommand runs in the terminal, none opens the window.
setlocal
set "home=%~dp0.."
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
if not defined OMP_WAIT_POLICY set "OMP_WAIT_POLICY=passive"
"%java%" -Djava.awt.headless=true -Djdk.console=java.base %FENNEC_JAVA_OPTIONS% -Dfennec.home="%home%" -cp "%home%\lib\*" fennec.Launcher %*
exit /b %ERRORLEVEL%
