"""The memo pane: template, header and sections."""
