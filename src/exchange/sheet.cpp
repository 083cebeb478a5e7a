#include "exchange/sheet.h"

#include <cairo/cairo-pdf.h>
#include <cairo/cairo-svg.h>
#include <pango/pangocairo.h>

#include <array>
#include <cmath>

#include "base/check.h"

namespace lotline::exchange {

namespace {

constexpr const char* kFont = "DejaVu Sans";
constexpr double kPointsToMm = 72 / 25.4;
constexpr double kPixelsToMm = 300 / 25.4;

struct Free {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
  void operator()(PangoLayout* layout) const { g_object_unref(layout); }
  void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
  void operator()(cairo_font_options_t* options) const { cairo_font_options_destroy(options); }
};
using Surface = std::unique_ptr<cairo_surface_t, Free>;
using Layout = std::unique_ptr<PangoLayout, Free>;

cairo_status_t append(void* out, const unsigned char* data, unsigned int size) {
  static_cast<std::string*>(out)->append(reinterpret_cast<const char*>(data), size);
  return CAIRO_STATUS_SUCCESS;
}

Surface surface_for(const SheetOptions& options, std::string& out) {
  const double width = options.width_mm * kPointsToMm, height = options.height_mm * kPointsToMm;
  switch (options.format) {
    case SheetFormat::svg:
      return Surface(cairo_svg_surface_create_for_stream(append, &out, width, height));
    case SheetFormat::pdf: {
      Surface pdf(cairo_pdf_surface_create_for_stream(append, &out, width, height));
      // As old readers and archives take it.
      cairo_pdf_surface_restrict_to_version(pdf.get(), CAIRO_PDF_VERSION_1_4);
      cairo_pdf_surface_set_metadata(pdf.get(), CAIRO_PDF_METADATA_TITLE, options.title.c_str());
      cairo_pdf_surface_set_metadata(pdf.get(), CAIRO_PDF_METADATA_CREATOR, "Lotline");
      cairo_pdf_surface_set_metadata(pdf.get(), CAIRO_PDF_METADATA_CREATE_DATE,
                                     (to_text(options.made) + "T00:00:00Z").c_str());
      return pdf;
    }
    case SheetFormat::png:
      return Surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24,
                                                static_cast<int>(std::lround(options.width_mm * kPixelsToMm)),
                                                static_cast<int>(std::lround(options.height_mm * kPixelsToMm))));
  }
  CHECK(false);
  return {};
}

}  // namespace

std::string_view media_type(SheetFormat format) {
  constexpr std::array<std::string_view, 3> kTypes{"image/svg+xml", "application/pdf", "image/png"};
  return kTypes[static_cast<std::size_t>(format)];
}

struct Sheet::State {
  SheetOptions options;
  std::string out{};  ///< must outlive the surface, which writes to it to its end
  Surface surface{};
  std::unique_ptr<cairo_t, Free> cairo{};

  void colour(surface::Colour c) const {
    cairo_set_source_rgb(cairo.get(), c.red / 255.0, c.green / 255.0, c.blue / 255.0);
  }

  void stroke(const LineStyle& style) const {
    const double dashes[] = {1.2, 0.9};
    cairo_set_dash(cairo.get(), dashes, style.dashed ? 2 : 0, 0);
    cairo_set_line_width(cairo.get(), style.width);
    colour(style.colour);
    cairo_stroke(cairo.get());
  }

  [[nodiscard]] Layout layout(std::string_view text, double width, const Setting& setting) const {
    Layout layout(pango_cairo_create_layout(cairo.get()));
    PangoContext* const context = pango_layout_get_context(layout.get());
    // Lines break at the same words whatever the page is kept as: no hints, no rounding to points of a screen.
    const std::unique_ptr<cairo_font_options_t, Free> hints(cairo_font_options_create());
    cairo_font_options_set_hint_style(hints.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(hints.get(), CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(hints.get(), CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context, hints.get());
    pango_context_set_round_glyph_positions(context, 0);
    const std::unique_ptr<PangoFontDescription, Free> font(pango_font_description_new());
    pango_font_description_set_family_static(font.get(), kFont);
    pango_font_description_set_absolute_size(font.get(), setting.size_mm * PANGO_SCALE);
    pango_font_description_set_weight(font.get(), setting.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(layout.get(), font.get());
    pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
    pango_layout_set_line_spacing(layout.get(), static_cast<float>(setting.leading / kNaturalLeading));
    // Pango takes left for where a line begins, which of Arabic is the right; here a column keeps its side.
    const bool from_right = pango_layout_get_direction(layout.get(), 0) == PANGO_DIRECTION_RTL;
    constexpr std::array<PangoAlignment, 3> kAlign{PANGO_ALIGN_LEFT, PANGO_ALIGN_CENTER, PANGO_ALIGN_RIGHT};
    const auto side = static_cast<std::size_t>(setting.align);
    pango_layout_set_alignment(layout.get(), kAlign[from_right ? 2 - side : side]);
    if (width <= 0) return layout;
    pango_layout_set_width(layout.get(), static_cast<int>(width * PANGO_SCALE));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_ellipsize(layout.get(), setting.one_line ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
    return layout;
  }

  static constexpr double kNaturalLeading = 1.164;  ///< of DejaVu, in sizes
};

namespace {

double height_of_layout(PangoLayout* layout) {
  PangoRectangle logical;
  pango_layout_get_extents(layout, nullptr, &logical);
  return static_cast<double>(logical.height) / PANGO_SCALE;
}

}  // namespace

Sheet::Sheet(const SheetOptions& options) : state_(std::make_unique<State>(State{options})) {
  CHECK(options.width_mm > 0 && options.height_mm > 0);
  state_->surface = surface_for(options, state_->out);
  CHECK(cairo_surface_status(state_->surface.get()) == CAIRO_STATUS_SUCCESS);
  state_->cairo.reset(cairo_create(state_->surface.get()));
  move_corner(0, 0);
  // Paper is white, whatever a viewer puts behind it: bars are read against it.
  if (options.format != SheetFormat::pdf) fill({0, 0, options.width_mm, options.height_mm}, {255, 255, 255});
}
Sheet::~Sheet() = default;

void Sheet::next_page() {
  CHECK(state_->options.format == SheetFormat::pdf);
  cairo_show_page(state_->cairo.get());
}

void Sheet::move_corner(double x, double y) {
  const double scale = state_->options.format == SheetFormat::png ? kPixelsToMm : kPointsToMm;
  cairo_identity_matrix(state_->cairo.get());
  cairo_scale(state_->cairo.get(), scale, scale);
  cairo_translate(state_->cairo.get(), x, y);
}

void Sheet::fill(const Box& area, surface::Colour colour) { fill({&area, 1}, colour); }

void Sheet::fill(std::span<const Box> areas, surface::Colour colour) {
  for (const Box& area : areas) cairo_rectangle(state_->cairo.get(), area.x, area.y, area.width, area.height);
  state_->colour(colour);
  cairo_fill(state_->cairo.get());
}

void Sheet::outline(const Box& area, const LineStyle& style) {
  cairo_rectangle(state_->cairo.get(), area.x, area.y, area.width, area.height);
  state_->stroke(style);
}

void Sheet::line(double x0, double y0, double x1, double y1, const LineStyle& style) {
  cairo_move_to(state_->cairo.get(), x0, y0);
  cairo_line_to(state_->cairo.get(), x1, y1);
  state_->stroke(style);
}

void Sheet::band(double x0, double y0, double x1, double y1, double wide, surface::Colour colour) {
  const double middle = (x0 + x1) / 2;
  cairo_move_to(state_->cairo.get(), x0, y0);
  cairo_curve_to(state_->cairo.get(), middle, y0, middle, y1, x1, y1);
  state_->stroke({wide, colour});
}

double Sheet::words(double x, double y, double width, std::string_view text, const Setting& setting) {
  const Layout layout = state_->layout(text, width, setting);
  state_->colour(setting.colour);
  cairo_move_to(state_->cairo.get(), x, y);
  pango_cairo_show_layout(state_->cairo.get(), layout.get());
  return height_of_layout(layout.get());
}

double Sheet::height_of(std::string_view text, double width, const Setting& setting) const {
  return height_of_layout(state_->layout(text, width, setting).get());
}

double Sheet::width_of(std::string_view text, const Setting& setting) const {
  PangoRectangle logical;
  pango_layout_get_extents(state_->layout(text, 0, setting).get(), nullptr, &logical);
  return static_cast<double>(logical.width) / PANGO_SCALE;
}

namespace {

/// Cairo counts its surfaces over the whole life of the process and writes the number down, though nothing refers to
/// it.
void forget_number(std::string& svg) {
  constexpr std::string_view kBefore = "<g id=\"surface";
  const auto at = svg.find(kBefore);
  if (at == std::string::npos) return;
  const auto first = at + kBefore.size();
  svg.erase(first, svg.find('"', first) - first);
}

}  // namespace

std::string Sheet::take() {
  cairo_surface_t* const surface = state_->surface.get();
  if (state_->options.format == SheetFormat::png)
    CHECK(cairo_surface_write_to_png_stream(surface, append, &state_->out) == CAIRO_STATUS_SUCCESS);
  if (state_->options.format == SheetFormat::pdf) cairo_show_page(state_->cairo.get());
  cairo_surface_finish(surface);
  CHECK(cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS);
  if (state_->options.format == SheetFormat::svg) forget_number(state_->out);
  return std::move(state_->out);
}

}  // namespace lotline::exchange
