"""What macOS has to know of the program: its ``Info.plist``."""

from __future__ import annotations

IDENTIFIER = "org.pecdesktop.PECDesktop"
"""Never to be changed: the keychain's permission and the settings of macOS hang on it."""

IDENTITY = "PEC_DESKTOP_MAC_IDENTITY"
"""The environment's variable with the identity that signs; empty for macOS' ad-hoc signature."""

OLDEST = "13.0"
"""macOS; what the Qt in requirements.lock wants."""


def info(version: str) -> dict[str, object]:
    """Return the entries beside those PyInstaller makes itself."""
    return {
        "CFBundleDisplayName": "PEC Desktop",
        "CFBundleShortVersionString": version,
        "CFBundleVersion": version,
        "CFBundleLocalizations": ["en", "it", "de"],
        "CFBundleDevelopmentRegion": "en",
        "CFBundleDocumentTypes": [
            _documents("PDF document", ["com.adobe.pdf"], ["pdf"]),
            _documents("Signed document", ["it.pec.p7m"], ["p7m"]),
        ],
        "LSApplicationCategoryType": "public.app-category.business",
        "LSMinimumSystemVersion": OLDEST,
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": "MIT licence",
        "NSRequiresAquaSystemAppearance": False,  # dark windows where the system is dark
        "UTImportedTypeDeclarations": [
            {
                "UTTypeIdentifier": "it.pec.p7m",
                "UTTypeDescription": "Signed document",
                "UTTypeConformsTo": ["public.data"],
                "UTTypeTagSpecification": {
                    "public.filename-extension": ["p7m"],
                    "public.mime-type": ["application/pkcs7-mime"],
                },
            }
        ],
    }


def _documents(name: str, types: list[str], extensions: list[str]) -> dict[str, object]:
    """A kind of document that may be opened with the program, which is never the first choice."""
    return {
        "CFBundleTypeName": name,
        "CFBundleTypeRole": "Viewer",
        "CFBundleTypeExtensions": extensions,
        "LSItemContentTypes": types,
        "LSHandlerRank": "Alternate",
    }
