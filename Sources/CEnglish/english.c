#include "CEnglish.h"

static const _Alignas(64) unsigned char model[] = {
#embed "english.model"
};

const unsigned char *newsd_english_model(void) { return model; }

size_t newsd_english_model_size(void) { return sizeof model; }
