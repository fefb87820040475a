"""Lists whose rows are set out in pieces and are as high as what they say, with places of the text to click."""
