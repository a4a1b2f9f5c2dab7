; The packer's installer for Windows leaves `protocols` out: links to the app, chargetray://, are taken
; here, and no longer once the app is removed.
!macro customInstall
  WriteRegStr SHELL_CONTEXT "Software\Classes\chargetray" "" "URL:ChargeTray"
  WriteRegStr SHELL_CONTEXT "Software\Classes\chargetray" "URL Protocol" ""
  WriteRegStr SHELL_CONTEXT "Software\Classes\chargetray\DefaultIcon" "" "$appExe,0"
  WriteRegStr SHELL_CONTEXT "Software\Classes\chargetray\shell\open\command" "" '"$appExe" "%1"'
!macroend

!macro customUnInstall
  DeleteRegKey SHELL_CONTEXT "Software\Classes\chargetray"
!macroend
