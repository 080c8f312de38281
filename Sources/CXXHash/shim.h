// What Swift sees of xxhash.
#pragma once
#include <xxhash.h>
