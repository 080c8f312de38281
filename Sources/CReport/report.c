#include "CReport.h"

static const unsigned char body[] = {
#embed "Page/report.html" suffix(,)
    0};
static const unsigned char style[] = {
#embed "Page/report.css" suffix(,)
    0};
static const unsigned char script[] = {
#embed "Page/report.js" suffix(,)
    0};
static const unsigned char land[] = {
#embed "Page/land.txt" suffix(,)
    0};

// The last byte is the C terminator, not part of the text.
report_part report_body(void) { return (report_part){body, sizeof body - 1}; }
report_part report_style(void) { return (report_part){style, sizeof style - 1}; }
report_part report_script(void) { return (report_part){script, sizeof script - 1}; }
report_part report_land(void) { return (report_part){land, sizeof land - 1}; }
