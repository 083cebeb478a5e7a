#include "exchange/canvas.h"

#include <cairo/cairo.h>

#include <vector>

#include "base/check.h"
#include "base/whole_file.h"

namespace lotline::exchange {

namespace {

constexpr const char* kFont = "DejaVu Sans";

struct Free {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};

cairo_status_t append(void* out, const unsigned char* data, unsigned int size) {
  auto& bytes = *static_cast<std::vector<std::byte>*>(out);
  const auto* const first = reinterpret_cast<const std::byte*>(data);
  bytes.insert(bytes.end(), first, first + size);
  return CAIRO_STATUS_SUCCESS;
}

}  // namespace

struct Canvas::State {
  std::unique_ptr<cairo_surface_t, Free> surface;
  std::unique_ptr<cairo_t, Free> cairo;

  void colour(surface::Colour c) const {
    cairo_set_source_rgb(cairo.get(), c.red / 255.0, c.green / 255.0, c.blue / 255.0);
  }

  void stroke(const LineStyle& style) const {
    const double dashes[] = {4, 3};
    cairo_set_dash(cairo.get(), dashes, style.dashed ? 2 : 0, 0);
    if (style.halo) {
      cairo_set_line_width(cairo.get(), style.width + 2);
      cairo_set_source_rgba(cairo.get(), 1, 1, 1, 0.75);
      cairo_stroke_preserve(cairo.get());
    }
    cairo_set_line_width(cairo.get(), style.width);
    colour(style.colour);
    cairo_stroke(cairo.get());
  }

  void font(const TextStyle& style) const {
    cairo_select_font_face(cairo.get(), kFont, CAIRO_FONT_SLANT_NORMAL,
                           style.bold ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL);
    cairo_set_font_size(cairo.get(), style.size);
  }
};

Canvas::Canvas(int width, int height) : state_(std::make_unique<State>()) {
  state_->surface.reset(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height));
  CHECK(cairo_surface_status(state_->surface.get()) == CAIRO_STATUS_SUCCESS);
  state_->cairo.reset(cairo_create(state_->surface.get()));
  fill({0, 0, static_cast<double>(width), static_cast<double>(height)}, {255, 255, 255});
}
Canvas::Canvas(Canvas&&) noexcept = default;
Canvas& Canvas::operator=(Canvas&&) noexcept = default;
Canvas::~Canvas() = default;

void Canvas::fill(const Box& box, surface::Colour colour) {
  cairo_rectangle(state_->cairo.get(), box.x, box.y, box.width, box.height);
  state_->colour(colour);
  cairo_fill(state_->cairo.get());
}

void Canvas::outline(const Box& box, const LineStyle& style) {
  cairo_rectangle(state_->cairo.get(), box.x, box.y, box.width, box.height);
  state_->stroke(style);
}

void Canvas::image(const surface::Relief& relief, const Box& box) {
  const auto columns = static_cast<int>(relief.columns), rows = static_cast<int>(relief.rows);
  const std::unique_ptr<cairo_surface_t, Free> picture(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, columns, rows));
  CHECK(cairo_surface_status(picture.get()) == CAIRO_STATUS_SUCCESS);
  unsigned char* const data = cairo_image_surface_get_data(picture.get());
  const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(picture.get()));
  for (std::size_t row = 0; row < relief.rows; ++row)
    std::memcpy(data + row * stride, relief.pixels.data() + row * relief.columns,
                relief.columns * sizeof(std::uint32_t));
  cairo_surface_mark_dirty(picture.get());
  cairo_t* const cairo = state_->cairo.get();
  cairo_save(cairo);
  cairo_translate(cairo, box.x, box.y);
  cairo_scale(cairo, box.width / columns, box.height / rows);
  cairo_set_source_surface(cairo, picture.get(), 0, 0);
  cairo_pattern_set_filter(cairo_get_source(cairo), CAIRO_FILTER_GOOD);
  cairo_paint(cairo);
  cairo_restore(cairo);
}

void Canvas::quadrangle(const double (&x)[4], const double (&y)[4], const LineStyle& style) {
  cairo_t* const cairo = state_->cairo.get();
  cairo_move_to(cairo, x[0], y[0]);
  for (int i = 1; i < 4; ++i) cairo_line_to(cairo, x[i], y[i]);
  cairo_close_path(cairo);
  state_->stroke(style);
}

void Canvas::line(double x0, double y0, double x1, double y1, const LineStyle& style) {
  cairo_move_to(state_->cairo.get(), x0, y0);
  cairo_line_to(state_->cairo.get(), x1, y1);
  state_->stroke(style);
}

void Canvas::circle(double x, double y, double radius, const LineStyle& style) {
  cairo_new_sub_path(state_->cairo.get());
  cairo_arc(state_->cairo.get(), x, y, radius, 0, 6.283185307179586);
  state_->stroke(style);
}

void Canvas::text(double x, double y, std::string_view text, const TextStyle& style) {
  const std::string words{text};
  cairo_t* const cairo = state_->cairo.get();
  const double wide = style.align == Align::left ? 0 : width_of(text, style);
  state_->font(style);
  cairo_move_to(cairo, style.align == Align::centre ? x - wide / 2 : x - wide, y);
  if (style.halo) {
    cairo_text_path(cairo, words.c_str());
    cairo_set_dash(cairo, nullptr, 0, 0);
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
    cairo_set_line_width(cairo, 3);
    cairo_set_source_rgba(cairo, 1, 1, 1, 0.85);
    cairo_stroke_preserve(cairo);
    state_->colour(style.colour);
    cairo_fill(cairo);
    return;
  }
  state_->colour(style.colour);
  cairo_show_text(cairo, words.c_str());
}

double Canvas::width_of(std::string_view text, const TextStyle& style) const {
  state_->font(style);
  cairo_text_extents_t extents;
  cairo_text_extents(state_->cairo.get(), std::string{text}.c_str(), &extents);
  return extents.x_advance;
}

Result<void> Canvas::save_png(const std::string& path) const {
  std::vector<std::byte> bytes;
  cairo_surface_flush(state_->surface.get());
  CHECK(cairo_surface_write_to_png_stream(state_->surface.get(), append, &bytes) == CAIRO_STATUS_SUCCESS);
  return write_whole_file(path, bytes);
}

}  // namespace lotline::exchange
