// Placeholder: the owner of this room deletes this file.
