#pragma once

// The network's inner loops. Every function is built for AVX-512, AVX2 and the baseline, and the loader chooses.
//
// Matrices of weights are kept in panels: `newsd_panel` columns side by side, row after row, so that a loop reads them
// in order. Columns are filled up with zeros to a whole panel; `newsd_panel_columns` says how many that gives.

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
