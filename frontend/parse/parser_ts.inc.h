// Private members of Parser for TypeScript and JSX; included inside the class.
