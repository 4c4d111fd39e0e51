; The installer of sd3explorer for Windows: for one user, without the rights of an administrator. It brings uv, the
; app's wheel and a list of all packages with their hashes, and fetches the packages (about 2 GB).
; `build.py exe` defines VERSION, PAYLOAD and OUTPUT.

Unicode true
Target amd64-unicode
!include "MUI2.nsh"
!include "LogicLib.nsh"

Name "sd3explorer ${VERSION}"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\sd3explorer"
InstallDirRegKey HKCU "Software\sd3explorer" "InstallDir"
RequestExecutionLevel user
SetCompressor /SOLID lzma
ShowInstDetails show
BrandingText " "

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\sd3explorer"
!define CLASSES "Software\Classes"
!define MUI_ICON "${PAYLOAD}\sd3explorer.ico"
!define MUI_UNICON "${PAYLOAD}\sd3explorer.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\current\Scripts\pythonw.exe"
!define MUI_FINISHPAGE_RUN_PARAMETERS "-P -m sd3explorer"
!define MUI_FINISHPAGE_RUN_TEXT "Start sd3explorer"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"
!insertmacro MUI_LANGUAGE "French"
!insertmacro MUI_LANGUAGE "Spanish"
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "Japanese"

Function SetEnvironment
    ; What somebody has set for other programs counts for nothing here.
    System::Call 'Kernel32::SetEnvironmentVariable(t "UV_CACHE_DIR", t "$INSTDIR\cache")'
    System::Call 'Kernel32::SetEnvironmentVariable(t "UV_PYTHON_INSTALL_DIR", t "$INSTDIR\python")'
    System::Call 'Kernel32::SetEnvironmentVariable(t "UV_HTTP_TIMEOUT", t "300")'
    System::Call 'Kernel32::SetEnvironmentVariable(t "UV_NO_CONFIG", t "1")'
    System::Call 'Kernel32::SetEnvironmentVariable(t "VIRTUAL_ENV", i 0)'
    System::Call 'Kernel32::SetEnvironmentVariable(t "PYTHONPATH", i 0)'
    System::Call 'Kernel32::SetEnvironmentVariable(t "PYTHONHOME", i 0)'
FunctionEnd

Section "sd3explorer"
    ; In kB, of what is fetched.
    AddSize 3000000
    SetOutPath "$INSTDIR"
    File "${PAYLOAD}\uv.exe"
    File "${PAYLOAD}\sd3explorer.ico"
    File "${PAYLOAD}\cpu.txt"
    File "${PAYLOAD}\${WHEEL}"
    Call SetEnvironment

    ; The one that is used now stays until the new one is complete.
    RMDir /r "$INSTDIR\new"
    DetailPrint "Looking for Python 3.11 to 3.13, or fetching it"
    nsExec::ExecToLog '"$INSTDIR\uv.exe" venv --relocatable --python ">=3.11,<3.14" "$INSTDIR\new"'
    Pop $0
    ${If} $0 != 0
        Goto incomplete
    ${EndIf}
    DetailPrint "Fetching all packages, about 2 GB"
    StrCpy $1 0
  again:
    nsExec::ExecToLog '"$INSTDIR\uv.exe" pip sync --python "$INSTDIR\new\Scripts\python.exe" --require-hashes "$INSTDIR\cpu.txt"'
    Pop $0
    IntOp $1 $1 + 1
    ${If} $0 != 0
    ${AndIf} $1 < 3
        DetailPrint "That didn't work; it goes on in 10 s."
        Sleep 10000
        Goto again
    ${EndIf}
    ${If} $0 != 0
        Goto incomplete
    ${EndIf}
    nsExec::ExecToLog '"$INSTDIR\uv.exe" pip install --no-deps --offline --python "$INSTDIR\new\Scripts\python.exe" "$INSTDIR\${WHEEL}"'
    Pop $0
    ${If} $0 != 0
        Goto incomplete
    ${EndIf}
    RMDir /r "$INSTDIR\current"
    ClearErrors
    Rename "$INSTDIR\new" "$INSTDIR\current"
    ${If} ${Errors}
        DetailPrint "sd3explorer is open: close it, and run the installer again to go on."
        Abort
    ${EndIf}
    nsExec::ExecToLog '"$INSTDIR\uv.exe" cache prune'
    Pop $0
    Delete "$INSTDIR\cpu.txt"
    Delete "$INSTDIR\${WHEEL}"

    CreateShortCut "$SMPROGRAMS\sd3explorer.lnk" "$INSTDIR\current\Scripts\pythonw.exe" "-P -m sd3explorer" "$INSTDIR\sd3explorer.ico"
    WriteRegStr HKCU "${CLASSES}\.sd3walk" "" "sd3explorer.walk"
    WriteRegStr HKCU "${CLASSES}\sd3explorer.walk" "" "Walk of sd3explorer"
    WriteRegStr HKCU "${CLASSES}\sd3explorer.walk\DefaultIcon" "" "$INSTDIR\sd3explorer.ico"
    WriteRegStr HKCU "${CLASSES}\sd3explorer.walk\shell\open\command" "" '"$INSTDIR\current\Scripts\pythonw.exe" -P -m sd3explorer "%1"'
    WriteRegStr HKCU "Software\sd3explorer" "InstallDir" "$INSTDIR"
    WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "sd3explorer"
    WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\sd3explorer.ico"
    WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
    WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
    WriteUninstaller "$INSTDIR\uninstall.exe"
    ; The shell learns of the new kind of file.
    System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, i 0, i 0)'
    Return
  incomplete:
    DetailPrint "sd3explorer isn't installed yet; see the lines above, and run the installer again to go on."
    SetErrorLevel 1
    Abort
SectionEnd

Section "Uninstall"
    Delete "$SMPROGRAMS\sd3explorer.lnk"
    DeleteRegKey HKCU "${CLASSES}\sd3explorer.walk"
    ReadRegStr $0 HKCU "${CLASSES}\.sd3walk" ""
    ${If} $0 == "sd3explorer.walk"
        DeleteRegKey HKCU "${CLASSES}\.sd3walk"
    ${EndIf}
    DeleteRegKey HKCU "${UNINSTALL}"
    DeleteRegKey HKCU "Software\sd3explorer"
    ; Walks, rendered frames and settings are elsewhere, and stay.
    RMDir /r "$INSTDIR\current"
    RMDir /r "$INSTDIR\new"
    RMDir /r "$INSTDIR\cache"
    RMDir /r "$INSTDIR\python"
    Delete "$INSTDIR\uv.exe"
    Delete "$INSTDIR\cpu.txt"
    Delete "$INSTDIR\sd3explorer-*.whl"
    Delete "$INSTDIR\sd3explorer.ico"
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR"
    System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, i 0, i 0)'
SectionEnd
