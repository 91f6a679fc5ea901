; The installer for one person: no administrator, no questions, and out again without a trace.
;
; Silent: PEC-Desktop-…-setup.exe /S [/D=C:\folder]      uninstall.exe /S [/REMOVEDATA]
; Exit codes: 0 done, 1 stopped by the person, 2 not done because the program is running.
;
; Given by the build: VERSION, VERSION4 (four numbers), FOLDER (what to install), TARGET (this
; installer), ICON, KILOBYTES, PUBLISHER, and SIGN (a command) where there is a certificate.

Unicode true
ManifestDPIAware true
!ifdef QUICK
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64
!endif

!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh

!define NAME "PEC Desktop"
!define PROGRAM "PEC Desktop.exe"
!define CONSOLE "pec-desktop.exe"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"
!define OPENS "Software\Classes\Applications\${PROGRAM}"  ; what "Open with" offers
!define DATA "$LOCALAPPDATA\${NAME}"
!define BUSY 2

Name "${NAME}"
OutFile "${TARGET}"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${KEY}" "InstallLocation"
RequestExecutionLevel user
AllowSkipFiles off
BrandingText "${NAME} ${VERSION}"
ShowInstDetails nevershow
ShowUninstDetails nevershow

VIProductVersion "${VERSION4}"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "${NAME}"
VIAddVersionKey "CompanyName" "${PUBLISHER}"
VIAddVersionKey "LegalCopyright" "MIT licence"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES

; The language of Windows is taken; the first is for all others.
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Italian"
!insertmacro MUI_LANGUAGE "German"

LangString RUNNING ${LANG_ENGLISH} "${NAME} is running. Close it, then go on."
LangString RUNNING ${LANG_ITALIAN} "${NAME} è in esecuzione. Chiuderlo, poi continuare."
LangString RUNNING ${LANG_GERMAN} "${NAME} läuft noch. Bitte zuerst beenden."
LangString REMOVE_DATA ${LANG_ENGLISH} "Also remove the office's archive, its documents and settings on this computer?$\r$\n$\r$\n${DATA}$\r$\n$\r$\nThey cannot be brought back."
LangString REMOVE_DATA ${LANG_ITALIAN} "Eliminare anche l'archivio dello studio, i documenti e le impostazioni su questo computer?$\r$\n$\r$\n${DATA}$\r$\n$\r$\nNon si potranno recuperare."
LangString REMOVE_DATA ${LANG_GERMAN} "Auch das Archiv des Büros, die Dokumente und die Einstellungen auf diesem Computer löschen?$\r$\n$\r$\n${DATA}$\r$\n$\r$\nSie lassen sich nicht wiederherstellen."

!ifdef SIGN
  !finalize '${SIGN} "%1"' = 0
  !uninstfinalize '${SIGN} "%1"' = 0
!endif

; Windows lets nobody write to a program while it runs, nor to its helpers, which are the same file.
!macro REFUSE_WHILE_RUNNING un
Function ${un}RefuseWhileRunning
  again:
  StrCpy $0 ""
  ${If} ${FileExists} "$INSTDIR\${PROGRAM}"
    ClearErrors
    FileOpen $1 "$INSTDIR\${PROGRAM}" a
    ${If} ${Errors}
      StrCpy $0 "busy"
    ${Else}
      FileClose $1
    ${EndIf}
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\${CONSOLE}"
    ClearErrors
    FileOpen $1 "$INSTDIR\${CONSOLE}" a
    ${If} ${Errors}
      StrCpy $0 "busy"
    ${Else}
      FileClose $1
    ${EndIf}
  ${EndIf}
  ${If} $0 == "busy"
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RUNNING)" /SD IDCANCEL IDRETRY again
    SetErrorLevel ${BUSY}
    Quit
  ${EndIf}
FunctionEnd
!macroend
!insertmacro REFUSE_WHILE_RUNNING ""
!insertmacro REFUSE_WHILE_RUNNING "un."

Function .onInit
  Call RefuseWhileRunning
FunctionEnd

Section
  ReadRegStr $2 HKCU "${KEY}" "DisplayVersion"  ; empty if this is the first installation
  SetOutPath "$INSTDIR"
  RMDir /r "$INSTDIR\_internal"  ; nothing of an earlier version may be found by this one
  File /r "${FOLDER}\*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortCut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${PROGRAM}"
  ${If} $2 == ""
    CreateShortCut "$DESKTOP\${NAME}.lnk" "$INSTDIR\${PROGRAM}"  ; whoever removed it, meant it
  ${EndIf}
  WriteRegStr HKCU "${KEY}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "Publisher" "${PUBLISHER}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\${PROGRAM}"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${KEY}" "EstimatedSize" ${KILOBYTES}
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
  WriteRegStr HKCU "${OPENS}" "FriendlyAppName" "${NAME}"
  WriteRegStr HKCU "${OPENS}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" "%1"'
  WriteRegStr HKCU "${OPENS}\SupportedTypes" ".pdf" ""
  WriteRegStr HKCU "${OPENS}\SupportedTypes" ".p7m" ""
SectionEnd

Function un.onInit
  Call un.RefuseWhileRunning
FunctionEnd

Section "Uninstall"
  StrCpy $3 "no"
  ${GetParameters} $1
  ClearErrors
  ${GetOptions} "$1" "/REMOVEDATA" $2
  ${IfNot} ${Errors}
    StrCpy $3 "yes"
  ${ElseIf} ${FileExists} "${DATA}\*"
    MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(REMOVE_DATA)" /SD IDNO IDNO keep
    StrCpy $3 "yes"
    keep:
  ${EndIf}
  ; Only what was installed: the folder may be one that somebody else uses too.
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\${PROGRAM}"
  Delete "$INSTDIR\${CONSOLE}"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  RMDir "$LOCALAPPDATA\Programs"  ; only if nobody else is in it
  Delete "$SMPROGRAMS\${NAME}.lnk"
  Delete "$DESKTOP\${NAME}.lnk"
  DeleteRegKey HKCU "${KEY}"
  DeleteRegKey HKCU "${OPENS}"
  ${If} $3 == "yes"
    RMDir /r "${DATA}"
  ${EndIf}
SectionEnd
