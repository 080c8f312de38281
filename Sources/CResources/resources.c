#include "CResources.h"

static const unsigned char lexicon[] = {
#embed "Data/lexicon.txt" suffix(,)
    0};
static const unsigned char actors[] = {
#embed "Data/actors.txt" suffix(,)
    0};
static const unsigned char persons[] = {
#embed "Data/persons.txt" suffix(,)
    0};
static const unsigned char roles[] = {
#embed "Data/roles.txt" suffix(,)
    0};
static const unsigned char places[] = {
#embed "Data/places.txt" suffix(,)
    0};

// The last byte is the C terminator, not part of the text.
embedded_text embedded_lexicon(void) { return (embedded_text){lexicon, sizeof lexicon - 1}; }
embedded_text embedded_actors(void) { return (embedded_text){actors, sizeof actors - 1}; }
embedded_text embedded_persons(void) { return (embedded_text){persons, sizeof persons - 1}; }
embedded_text embedded_roles(void) { return (embedded_text){roles, sizeof roles - 1}; }
embedded_text embedded_places(void) { return (embedded_text){places, sizeof places - 1}; }
