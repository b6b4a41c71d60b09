"""The hall's web server: what the participants' phones see and send. Everything is served by the laptop itself."""
