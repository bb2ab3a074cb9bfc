"""How Streamlit is set up for this interface. These options win over configuration files of the machine."""

from collections.abc import Mapping

from streamlit.web import bootstrap

UPLOAD_LIMIT_MB = 200
ACCENT, ACCENT_DARK = "#1d5a8a", "#6fb1e4"

OPTIONS: Mapping[str, str | int | bool | list[str] | list[int]] = {
    "server.address": "127.0.0.1",
    "server.headless": True,
    "server.fileWatcherType": "none",
    "server.runOnSave": False,
    "server.maxUploadSize": UPLOAD_LIMIT_MB,
    "server.enableStaticServing": False,
    "server.enableAgentApi": False,
    "server.showEmailPrompt": False,
    "browser.gatherUsageStats": False,
    "client.showErrorDetails": "none",
    "client.showErrorLinks": False,
    "client.toolbarMode": "viewer",
    "logger.level": "error",
    "runner.magicEnabled": False,
    "theme.baseFontSize": 14,
    "theme.baseRadius": "4px",
    "theme.paddingTop": "0.6rem",
    "theme.paddingBottom": "2rem",
    "theme.headingFontSizes": ["1.7rem", "1.4rem", "1.2rem", "1.05rem", "1rem", "1rem"],
    "theme.headingFontWeights": [600, 600, 600, 600, 600, 600],
    "theme.showWidgetBorder": True,
    "theme.metricValueFontSize": "1.6rem",
    "theme.light.primaryColor": ACCENT,
    "theme.light.backgroundColor": "#ffffff",
    "theme.light.secondaryBackgroundColor": "#f3f5f7",
    "theme.light.textColor": "#1f2933",
    "theme.light.borderColor": "#d3d9df",
    "theme.dark.primaryColor": ACCENT_DARK,
    "theme.dark.backgroundColor": "#14181d",
    "theme.dark.secondaryBackgroundColor": "#1f252c",
    "theme.dark.textColor": "#e6eaee",
    "theme.dark.borderColor": "#39424c",
}


def set_up() -> None:
    """Make the options those of this process; before the application is made, which reads some of them."""
    bootstrap.load_config_options(dict(OPTIONS))
