#pragma once

// The network's inner loops. Every function on floats is built for AVX-512, AVX2 and the baseline, and the loader
// chooses.
//
// Matrices of weights are kept in panels: `newsd_panel` columns side by side, row after row, so that a loop reads them
// in order. Columns are filled up with zeros to a whole panel; `newsd_panel_columns` says how many that gives.

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { newsd_panel = 16 };

static inline size_t newsd_panel_columns(size_t columns) {
  return (columns + newsd_panel - 1) / newsd_panel * newsd_panel;
}

/// Packs a matrix of half floats (rows × columns) into panels of floats.
void newsd_pack_halves(const uint16_t *matrix, size_t rows, size_t columns, float *panels);

/// Packs the transpose of `count` vectors, `stride` floats apart and `length` long, into panels.
void newsd_pack_transposed(const float *vectors, size_t count, size_t stride, size_t length, float *panels);

/// Multiplies windows of rows with a matrix: out[i] = bias + Σ over taps t of x[windows[i × taps + t]] × matrix[t].
///
/// A row of `x` has `inputs` floats and starts `stride` floats after the one before. `panels` has taps × inputs rows.
/// `out` has `newsd_panel_columns(columns)` floats a row. `bias` has as many, or is null.
void newsd_convolve(
    const float *x, size_t stride, const int32_t *windows, size_t rows, size_t taps, size_t inputs, const float *panels,
    const float *bias, size_t columns, float *out);

/// Sums the embeddings of each token and norms them: x[i] = norm(Σ rows[ids[i × kinds + k]] × scale).
void newsd_embed(
    const int8_t *embedding, const float *scales, const uint16_t *ids, size_t rows, size_t kinds, const float *weight,
    const float *bias, size_t width, float *x);

/// Adds the gated convolution to each row and norms it: x[i] = norm(x[i] + a ⊙ σ(b)), with (a, b) = convolved[i].
void newsd_gate(
    float *x, const float *convolved, const float *weight, const float *bias, size_t rows, size_t width);

/// Leaky rectifier with slope 0.1 below zero, times `factor`.
void newsd_rectify(
    const float *x, size_t stride, size_t rows, size_t length, float factor, float *out, size_t out_stride);

/// Joins the two sides of the relation scorer: out[i] = (d, h, d ⊙ h) with d = dependents[i], h = heads[chosen[i]].
void newsd_join_sides(
    const float *dependents, const float *heads, size_t stride, const int32_t *chosen, size_t rows, size_t length,
    float *out);

/// Adds to each arc score the head's bias and the weight of its distance, `reach` being the bucket of offset 0.
void newsd_bias_arcs(
    float *arcs, size_t stride, size_t length, const float *head_bias, const float *distances, size_t feature_stride,
    const uint8_t *buckets, size_t reach, size_t root_bucket);

// The same on bytes, four times as fast, where the processor can (AVX-512 VNNI).

/// Whether the processor has the instructions. Nothing below may be called where it has not.
bool newsd_has_byte_products(void);

/// Columns of a panel of bytes; a panel has four rows of each column side by side. Greatest width of a gated block.
enum { newsd_byte_panel = 64, newsd_widest = 256 };

static inline size_t newsd_byte_columns(size_t columns) {
  return (columns + newsd_byte_panel - 1) / newsd_byte_panel * newsd_byte_panel;
}

/// A matrix of bytes with a scale for each column.
typedef struct {
  const int8_t *panels;
  const float *scales;
  /// Where the sums of each tap and column begin.
  const int32_t *starts;
  const float *bias;
  size_t taps;
  /// Rows of each tap, a multiple of 16.
  size_t inputs;
  /// Columns, filled up to whole panels.
  size_t columns;
} newsd_byte_matrix;

/// Packs a matrix of half floats (taps × inputs rows) into panels of bytes. `panels` has taps × inputs rows of
/// `newsd_byte_columns(columns)`, `scales` one such row and `starts` one for each tap.
void newsd_pack_bytes(
    const uint16_t *matrix, size_t taps, size_t inputs, size_t columns, int8_t *panels, float *scales, int32_t *starts);

/// Bytes and scale of each row of floats; `width` is a multiple of 16.
void newsd_quantise(const float *x, size_t rows, size_t width, uint8_t *bytes, float *scales);

/// `newsd_convolve` on bytes; `out` has `matrix.columns` floats a row.
void newsd_convolve_bytes(
    newsd_byte_matrix matrix, const uint8_t *bytes, const float *scales, const int32_t *windows, size_t rows,
    float *out);

/// A whole block: x[i] = norm(x[i] + a ⊙ σ(b)), with (a, b) = the convolution of the bytes; then the bytes of the new x.
///
/// The matrix has 2 × inputs columns. Windows count rows of `bytes`; `x` and the new bytes begin with the first row
/// that is computed.
void newsd_gated_block(
    newsd_byte_matrix matrix, const float *weight, const float *bias, const int32_t *windows, size_t rows,
    const uint8_t *bytes, const float *scales, float *x, uint8_t *new_bytes, float *new_scales);
