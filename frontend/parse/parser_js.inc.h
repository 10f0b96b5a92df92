// Private members of Parser for JavaScript's own grammar; included inside the class.
