// Products of bytes with AVX-512 VNNI: one instruction multiplies and adds 64 pairs, four times what floats give.
//
// A row of activations is x ≈ scale × (byte − 128), with a scale of its own; a column of weights is w ≈ scale × byte.
// The instruction takes activations without sign, so that a sum is too large by 128 × Σ weights of its column; the sums
// begin with that taken off.

#include "CKernels.h"

#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>

#define VNNI __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx512vnni")))
#define INLINE VNNI static inline __attribute__((always_inline))

/// Rows that are multiplied at a time, and vectors of columns: 24 sums, which leaves room for the factors.
enum { tile = 6, vectors = newsd_byte_panel / 16, zero = 128 };

bool newsd_has_byte_products(void) {
  return __builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bw") &&
         __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl");
}

static float widened(const uint16_t *half) {
  _Float16 value;
  memcpy(&value, half, sizeof value);
  return (float)value;
}

VNNI void newsd_pack_bytes(
    const uint16_t *matrix, size_t taps, size_t inputs, size_t columns, int8_t *panels, float *scales, int32_t *starts) {
  size_t rows = taps * inputs, width = newsd_byte_columns(columns);
  for (size_t column = 0; column < width; column++) scales[column] = 0;
  for (size_t row = 0; row < rows; row++)
    for (size_t column = 0; column < columns; column++) {
      float size = __builtin_fabsf(widened(matrix + row * columns + column));
      if (size > scales[column]) scales[column] = size;
    }
  for (size_t column = 0; column < width; column++) scales[column] /= 127;
  memset(panels, 0, rows * width);
  memset(starts, 0, taps * width * sizeof *starts);
  for (size_t row = 0; row < rows; row++) {
    int8_t *quad = panels + row / 4 * 4 * newsd_byte_panel + row % 4;
    for (size_t column = 0; column < columns; column++) {
      if (scales[column] == 0) continue;
      float value = widened(matrix + row * columns + column) / scales[column];
      int32_t byte = (int32_t)__builtin_rintf(value);
      quad[column / newsd_byte_panel * newsd_byte_panel * rows + column % newsd_byte_panel * 4] = (int8_t)byte;
      starts[row / inputs * width + column] -= zero * byte;
    }
  }
}

/// Bytes of one row.
INLINE float quantise_row(const float *x, size_t width, uint8_t *bytes) {
  __m512 largest = _mm512_setzero_ps();
  for (size_t k = 0; k < width; k += 16) largest = _mm512_max_ps(largest, _mm512_abs_ps(_mm512_loadu_ps(x + k)));
  float most = _mm512_reduce_max_ps(largest);
  __m512 factor = _mm512_set1_ps(most > 0 ? 127 / most : 0);
  for (size_t k = 0; k < width; k += 16) {
    __m512i whole = _mm512_cvtps_epi32(_mm512_mul_ps(_mm512_loadu_ps(x + k), factor));
    whole = _mm512_add_epi32(whole, _mm512_set1_epi32(zero));
    _mm_storeu_si128((__m128i *)(bytes + k), _mm512_cvtepi32_epi8(whole));
  }
  return most / 127;
}

VNNI void newsd_quantise(const float *x, size_t rows, size_t width, uint8_t *bytes, float *scales) {
  for (size_t i = 0; i < rows; i++) scales[i] = quantise_row(x + i * width, width, bytes + i * width);
}

/// One panel of columns for `count` rows; `count` is a constant wherever this is inlined.
INLINE void multiply_panel(
    int count, const newsd_byte_matrix *matrix, size_t column, const uint8_t *bytes, const float *scales,
    const int32_t *windows, float *out) {
  size_t taps = matrix->taps, inputs = matrix->inputs, width = matrix->columns;
  const int8_t *panel = matrix->panels + column * taps * inputs;
  for (size_t t = 0; t < taps; t++) {
    __m512i total[tile][vectors];
    const uint8_t *row[tile];
    for (int r = 0; r < count; r++) {
      row[r] = bytes + (size_t)windows[(size_t)r * taps + t] * inputs;
      for (int v = 0; v < vectors; v++) total[r][v] = _mm512_loadu_si512(matrix->starts + t * width + column + v * 16);
    }
    for (size_t k = 0; k < inputs; k += 4, panel += 4 * newsd_byte_panel) {
      __m512i weights[vectors];
      for (int v = 0; v < vectors; v++) weights[v] = _mm512_loadu_si512(panel + v * 64);
      for (int r = 0; r < count; r++) {
        int32_t four;
        memcpy(&four, row[r] + k, sizeof four);
        __m512i factor = _mm512_set1_epi32(four);
        for (int v = 0; v < vectors; v++) total[r][v] = _mm512_dpbusd_epi32(total[r][v], factor, weights[v]);
      }
    }
    for (int v = 0; v < vectors; v++) {
      size_t place = column + (size_t)v * 16;
      __m512 scale = _mm512_loadu_ps(matrix->scales + place);
      for (int r = 0; r < count; r++) {
        float *target = out + (size_t)r * width + place;
        __m512 before = _mm512_loadu_ps(t == 0 ? matrix->bias + place : target);
        __m512 rows_scale = _mm512_mul_ps(scale, _mm512_set1_ps(scales[windows[(size_t)r * taps + t]]));
        _mm512_storeu_ps(target, _mm512_fmadd_ps(_mm512_cvtepi32_ps(total[r][v]), rows_scale, before));
      }
    }
  }
}

/// All columns of up to a tile of rows.
INLINE void multiply_rows(
    size_t count, const newsd_byte_matrix *matrix, const uint8_t *bytes, const float *scales, const int32_t *windows,
    float *out) {
  for (size_t column = 0; column < matrix->columns; column += newsd_byte_panel) {
    if (count == tile) {
      multiply_panel(tile, matrix, column, bytes, scales, windows, out);
      continue;
    }
    for (size_t r = 0; r < count; r++)
      multiply_panel(1, matrix, column, bytes, scales, windows + r * matrix->taps, out + r * matrix->columns);
  }
}

VNNI void newsd_convolve_bytes(
    newsd_byte_matrix matrix, const uint8_t *bytes, const float *scales, const int32_t *windows, size_t rows,
    float *out) {
  for (size_t i = 0; i < rows; i += tile)
    multiply_rows(
        rows - i < tile ? rows - i : tile, &matrix, bytes, scales, windows + i * matrix.taps, out + i * matrix.columns);
}

/// 1 ÷ (1 + exp(−x)) to five digits.
INLINE __m512 sigmoid(__m512 x) {
  x = _mm512_max_ps(_mm512_min_ps(x, _mm512_set1_ps(40)), _mm512_set1_ps(-40));
  __m512 power = _mm512_mul_ps(x, _mm512_set1_ps(-1.44269504f));
  __m512 whole = _mm512_roundscale_ps(power, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC);
  __m512 rest = _mm512_sub_ps(power, whole);
  // 2 to the rest, which is between −½ and ½: its Taylor series.
  __m512 p = _mm512_set1_ps(1.33335581e-3f);
  p = _mm512_fmadd_ps(p, rest, _mm512_set1_ps(9.61812911e-3f));
  p = _mm512_fmadd_ps(p, rest, _mm512_set1_ps(5.55041087e-2f));
  p = _mm512_fmadd_ps(p, rest, _mm512_set1_ps(2.40226507e-1f));
  p = _mm512_fmadd_ps(p, rest, _mm512_set1_ps(6.93147181e-1f));
  p = _mm512_fmadd_ps(p, rest, _mm512_set1_ps(1));
  __m512 below = _mm512_add_ps(_mm512_scalef_ps(p, whole), _mm512_set1_ps(1));
  __m512 near = _mm512_rcp14_ps(below);
  return _mm512_mul_ps(near, _mm512_fnmadd_ps(near, below, _mm512_set1_ps(2)));
}

/// x = norm(x + a ⊙ σ(b)) of one row, (a, b) being `convolved`.
INLINE void gate_row(float *x, const float *convolved, const float *weight, const float *bias, size_t width) {
  __m512 total = _mm512_setzero_ps(), squares = _mm512_setzero_ps();
  for (size_t k = 0; k < width; k += 16) {
    __m512 gate = sigmoid(_mm512_loadu_ps(convolved + width + k));
    __m512 sum = _mm512_fmadd_ps(_mm512_loadu_ps(convolved + k), gate, _mm512_loadu_ps(x + k));
    _mm512_storeu_ps(x + k, sum);
    total = _mm512_add_ps(total, sum);
    squares = _mm512_fmadd_ps(sum, sum, squares);
  }
  float mean = _mm512_reduce_add_ps(total) / (float)width;
  float variance = _mm512_reduce_add_ps(squares) / (float)width - mean * mean;
  float scale = 1.0f / __builtin_sqrtf((variance > 0 ? variance : 0) + 1e-5f);
  __m512 factor = _mm512_set1_ps(scale), shift = _mm512_set1_ps(-mean * scale);
  for (size_t k = 0; k < width; k += 16) {
    __m512 normed = _mm512_fmadd_ps(_mm512_loadu_ps(x + k), factor, shift);
    _mm512_storeu_ps(x + k, _mm512_fmadd_ps(normed, _mm512_loadu_ps(weight + k), _mm512_loadu_ps(bias + k)));
  }
}

VNNI void newsd_gated_block(
    newsd_byte_matrix matrix, const float *weight, const float *bias, const int32_t *windows, size_t rows,
    const uint8_t *bytes, const float *scales, float *x, uint8_t *new_bytes, float *new_scales) {
  size_t width = matrix.inputs;
  float convolved[tile * 2 * newsd_widest];
  for (size_t i = 0; i < rows; i += tile) {
    size_t count = rows - i < tile ? rows - i : tile;
    multiply_rows(count, &matrix, bytes, scales, windows + i * matrix.taps, convolved);
    for (size_t r = i; r < i + count; r++) {
      gate_row(x + r * width, convolved + (r - i) * 2 * width, weight, bias, width);
      new_scales[r] = quantise_row(x + r * width, width, new_bytes + r * width);
    }
  }
}

#else

bool newsd_has_byte_products(void) { return false; }
void newsd_pack_bytes(
    const uint16_t *matrix, size_t taps, size_t inputs, size_t columns, int8_t *panels, float *scales, int32_t *starts) {
}
void newsd_quantise(const float *x, size_t rows, size_t width, uint8_t *bytes, float *scales) {}
void newsd_convolve_bytes(
    newsd_byte_matrix matrix, const uint8_t *bytes, const float *scales, const int32_t *windows, size_t rows,
    float *out) {}
void newsd_gated_block(
    newsd_byte_matrix matrix, const float *weight, const float *bias, const int32_t *windows, size_t rows,
    const uint8_t *bytes, const float *scales, float *x, uint8_t *new_bytes, float *new_scales) {}

#endif
