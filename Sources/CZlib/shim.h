// What Swift sees of z.
#pragma once
#include <zlib.h>
