"""Nothing typed is lost: copies against a crash, and earlier versions."""
