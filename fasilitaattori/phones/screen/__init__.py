"""Any browser as a big screen: the picture itself, sent when it changes, to whoever knows the screen's code."""
