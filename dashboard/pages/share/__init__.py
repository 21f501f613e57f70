"""How what is looked at is passed on: links, picture, citation, code, frame; oEmbed."""
