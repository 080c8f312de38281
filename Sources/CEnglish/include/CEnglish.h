#pragma once

#include <stddef.h>

/// The trained model for English: bytes that live as long as the program, aligned to 64.
const unsigned char *newsd_english_model(void);

/// How many bytes the model has.
size_t newsd_english_model_size(void);
