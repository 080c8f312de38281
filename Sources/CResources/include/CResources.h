// The plain-text tables of event coding, embedded byte for byte: see Data/.
#pragma once
#include <stddef.h>

/// The bytes of one table; they live as long as the program.
typedef struct embedded_text {
  const unsigned char *_Nonnull bytes;
  size_t count;
} embedded_text;

/// Event patterns and word classes.
embedded_text embedded_lexicon(void);
/// Countries, organisations, groups, media, companies and parties.
embedded_text embedded_actors(void);
/// Persons with their offices.
embedded_text embedded_persons(void);
/// Words for roles ("foreign minister", "troops") and common first names.
embedded_text embedded_roles(void);
/// Cities, regions, waters and buildings.
embedded_text embedded_places(void);
