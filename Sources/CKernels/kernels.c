#include "CKernels.h"

#include <string.h>

#define CLONES __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#define INLINE static inline __attribute__((always_inline))

// Never an argument or a result: its calling convention differs between the clones.
typedef float lanes __attribute__((vector_size(newsd_panel * sizeof(float)), aligned(4)));

enum { tile = 6 };

/// One panel of columns for `count` rows; `count` is a constant wherever this is inlined.
INLINE void convolve_tile(
    int count, const float *x, size_t stride, const int32_t *windows, size_t taps, size_t inputs, const float *panel,
    const float *bias, size_t out_stride, float *out) {
  lanes total[tile];
  for (int r = 0; r < count; r++) total[r] = bias ? *(const lanes *)bias : (lanes){0};
  for (size_t t = 0; t < taps; t++) {
    const float *row[tile];
    for (int r = 0; r < count; r++) row[r] = x + (size_t)windows[(size_t)r * taps + t] * stride;
    for (size_t k = 0; k < inputs; k++, panel += newsd_panel) {
      lanes weights = *(const lanes *)panel;
      for (int r = 0; r < count; r++) total[r] += row[r][k] * weights;
    }
  }
  for (int r = 0; r < count; r++) *(lanes *)(out + (size_t)r * out_stride) = total[r];
}

CLONES void newsd_convolve(
    const float *x, size_t stride, const int32_t *windows, size_t rows, size_t taps, size_t inputs, const float *panels,
    const float *bias, size_t columns, float *out) {
  size_t width = newsd_panel_columns(columns);
  for (size_t column = 0; column < width; column += newsd_panel) {
    const float *panel = panels + column * taps * inputs;
    const float *start = bias ? bias + column : NULL;
    size_t i = 0;
    for (; i + tile <= rows; i += tile)
      convolve_tile(tile, x, stride, windows + i * taps, taps, inputs, panel, start, width, out + i * width + column);
    for (; i < rows; i++)
      convolve_tile(1, x, stride, windows + i * taps, taps, inputs, panel, start, width, out + i * width + column);
  }
}

CLONES void newsd_pack_halves(const uint16_t *matrix, size_t rows, size_t columns, float *panels) {
  size_t width = newsd_panel_columns(columns);
  for (size_t column = 0; column < width; column++) {
    float *panel = panels + column / newsd_panel * newsd_panel * rows + column % newsd_panel;
    for (size_t row = 0; row < rows; row++) {
      _Float16 value = 0;
      if (column < columns) memcpy(&value, matrix + row * columns + column, sizeof value);
      panel[row * newsd_panel] = (float)value;
    }
  }
}

CLONES void newsd_pack_transposed(const float *vectors, size_t count, size_t stride, size_t length, float *panels) {
  size_t width = newsd_panel_columns(count);
  for (size_t column = 0; column < width; column++) {
    float *panel = panels + column / newsd_panel * newsd_panel * length + column % newsd_panel;
    const float *vector = vectors + column * stride;
    for (size_t k = 0; k < length; k++) panel[k * newsd_panel] = column < count ? vector[k] : 0;
  }
}

INLINE void norm_row(float *x, const float *weight, const float *bias, size_t width) {
#pragma clang fp reassociate(on)
  float total = 0, squares = 0;
  for (size_t k = 0; k < width; k++) total += x[k];
  float mean = total / (float)width;
  for (size_t k = 0; k < width; k++) squares += (x[k] - mean) * (x[k] - mean);
  float scale = 1.0f / __builtin_elementwise_sqrt(squares / (float)width + 1e-5f);
  for (size_t k = 0; k < width; k++) x[k] = (x[k] - mean) * scale * weight[k] + bias[k];
}

CLONES void newsd_embed(
    const int8_t *embedding, const float *scales, const uint16_t *ids, size_t rows, size_t kinds, const float *weight,
    const float *bias, size_t width, float *x) {
  for (size_t i = 0; i < rows; i++, x += width, ids += kinds) {
    for (size_t k = 0; k < width; k++) x[k] = 0;
    for (size_t kind = 0; kind < kinds; kind++) {
      const int8_t *row = embedding + (size_t)ids[kind] * width;
      float scale = scales[ids[kind]];
      for (size_t k = 0; k < width; k++) x[k] += scale * (float)row[k];
    }
    norm_row(x, weight, bias, width);
  }
}

/// exp to seven digits: 2 to the whole part by its exponent bits, the rest by a polynomial. Branchless, so that loops
/// over it become vectors.
INLINE float exponential(float x) {
  x = x < -87.0f ? -87.0f : x;
  x = x > 87.0f ? 87.0f : x;
  float whole = x * 1.44269504f + 12582912.0f - 12582912.0f;
  float rest = x - whole * 0.693359375f + whole * 2.12194440e-4f;
  float p = rest * 1.9875691500e-4f + 1.3981999507e-3f;
  p = p * rest + 8.3334519073e-3f;
  p = p * rest + 4.1665795894e-2f;
  p = p * rest + 1.6666665459e-1f;
  p = p * rest + 5.0000001201e-1f;
  p = p * rest * rest + rest + 1.0f;
  int32_t bits = ((int32_t)whole + 127) << 23;
  float power;
  memcpy(&power, &bits, sizeof power);
  return p * power;
}

CLONES void newsd_gate(
    float *restrict x, const float *restrict convolved, const float *weight, const float *bias, size_t rows,
    size_t width) {
  for (size_t i = 0; i < rows; i++, x += width, convolved += 2 * width) {
    for (size_t k = 0; k < width; k++) x[k] += convolved[k] / (1.0f + exponential(-convolved[width + k]));
    norm_row(x, weight, bias, width);
  }
}

CLONES void newsd_rectify(
    const float *x, size_t stride, size_t rows, size_t length, float factor, float *out, size_t out_stride) {
  for (size_t i = 0; i < rows; i++, x += stride, out += out_stride)
    for (size_t k = 0; k < length; k++) out[k] = (x[k] > 0 ? x[k] : 0.1f * x[k]) * factor;
}

CLONES void newsd_join_sides(
    const float *dependents, const float *heads, size_t stride, const int32_t *chosen, size_t rows, size_t length,
    float *out) {
  for (size_t i = 0; i < rows; i++, dependents += stride, out += 3 * length) {
    const float *head = heads + (size_t)chosen[i] * stride;
    for (size_t k = 0; k < length; k++) {
      out[k] = dependents[k];
      out[length + k] = head[k];
      out[2 * length + k] = dependents[k] * head[k];
    }
  }
}

void newsd_bias_arcs(
    float *arcs, size_t stride, size_t length, const float *head_bias, const float *distances, size_t feature_stride,
    const uint8_t *buckets, size_t reach, size_t root_bucket) {
  for (size_t i = 0; i < length; i++, arcs += stride, distances += feature_stride) {
    const uint8_t *bucket = buckets + reach - i;
    arcs[0] += head_bias[0] + distances[root_bucket];
    for (size_t j = 1; j < length; j++) arcs[j] += head_bias[j * feature_stride] + distances[bucket[j]];
  }
}
