// The page that `newsq report` writes, embedded byte for byte: see Page/.
#pragma once
#include <stddef.h>

/// The bytes of one file; they live as long as the program.
typedef struct report_part {
  const unsigned char *_Nonnull bytes;
  size_t count;
} report_part;

/// The body of the page.
report_part report_body(void);
/// How it looks.
report_part report_style(void);
/// What draws it.
report_part report_script(void);
/// The dots of its map; made by scripts/make-land.py.
report_part report_land(void);
