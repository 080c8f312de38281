// What Swift sees of libstemmer, the stemmers of Snowball. It comes without a pkg-config file.
#pragma once
#include <libstemmer.h>
