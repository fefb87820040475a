; Makes dist\factcheck-setup-VERSION.exe from dist\factcheck: iscc /DVersion=0.1.0 packaging\windows\factcheck.iss
#ifndef Version
  #error Name the version: iscc /DVersion=0.1.0 packaging\windows\factcheck.iss
#endif

[Setup]
AppId=org.factcheck.workstation
AppName=Fact-checker's Workstation
AppVersion={#Version}
SourceDir=..\..
OutputDir=dist
OutputBaseFilename=factcheck-setup-{#Version}
DefaultDirName={autopf}\Factcheck
DefaultGroupName=Factcheck
DisableProgramGroupPage=yes
LicenseFile=LICENSE
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=commandline dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
ChangesAssociations=yes
Compression=lzma2
SolidCompression=yes
UninstallDisplayIcon={app}\factcheck-window.exe

[Files]
Source: "dist\factcheck\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[InstallDelete]
; an older version's libraries must not stay beside the new ones
Type: filesandordirs; Name: "{app}\_internal"

[Icons]
Name: "{autoprograms}\Fact-checker's Workstation"; Filename: "{app}\factcheck-window.exe"

[Registry]
Root: HKA; Subkey: "Software\Classes\.casebook"; ValueType: string; ValueData: "Factcheck.Casebook"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\Factcheck.Casebook"; ValueType: string; ValueData: "Casebook"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Factcheck.Casebook\DefaultIcon"; ValueType: string; ValueData: "{app}\factcheck-window.exe,0"
Root: HKA; Subkey: "Software\Classes\Factcheck.Casebook\shell\open\command"; ValueType: string; ValueData: """{app}\factcheck-window.exe"" ""%1"""

[Run]
Filename: "{app}\factcheck-window.exe"; Description: "Open the workstation"; Flags: postinstall nowait skipifsilent
