#include "config.h"

#include "yz-service-symbol.h"

#include "yz-palette.h"

struct _YzServiceSymbol
{
  GtkWidget parent_instance;

  GtkIconPaintable *icon;
  char *icon_name;
  const char *colour; /* NULL for the text's */
  gboolean struck;
  gboolean framed;
  int size;
};

G_DEFINE_FINAL_TYPE (YzServiceSymbol, yz_service_symbol, GTK_TYPE_WIDGET)

/* Room for the frame around a planned service's symbol; the others leave it empty, so that all align. */
static int
get_margin (YzServiceSymbol *self)
{
  return self->size >= 20 ? 4 : 2;
}

static void
draw_frame (YzServiceSymbol *self, GtkSnapshot *snapshot, const GdkRGBA *colour, double side)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, side, side);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  const double dashes[] = { 2.5, 2 };
  double inset = 0.75, radius = side / 5;

  gdk_cairo_set_source_rgba (cr, colour);
  cairo_set_line_width (cr, 1.2);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_new_sub_path (cr);
  cairo_arc (cr, side - inset - radius, inset + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, side - inset - radius, side - inset - radius, radius, 0, G_PI_2);
  cairo_arc (cr, inset + radius, side - inset - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, inset + radius, inset + radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
draw_strike (YzServiceSymbol *self, GtkSnapshot *snapshot, const GdkRGBA *colour, double side)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, side, side);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  double margin = get_margin (self);

  gdk_cairo_set_source_rgba (cr, colour);
  cairo_set_line_width (cr, self->size >= 20 ? 2 : 1.4);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_move_to (cr, margin, side - margin);
  cairo_line_to (cr, side - margin, margin);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
draw_icon (YzServiceSymbol *self, GtkSnapshot *snapshot, const GdkRGBA *colour)
{
  int margin = get_margin (self);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (margin, margin));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (self->icon), snapshot, self->size, self->size,
                                            colour, 1);
  gtk_snapshot_restore (snapshot);
}

static void
yz_service_symbol_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  YzServiceSymbol *self = YZ_SERVICE_SYMBOL (widget);
  double side = self->size + 2.0 * get_margin (self);
  GdkRGBA text, colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &text);
  colour = self->colour != NULL ? yz_palette_lookup (widget, self->colour) : text;

  if (self->struck)
    {
      text.alpha *= 0.45f;
      draw_icon (self, snapshot, &text);
      draw_strike (self, snapshot, &colour, side);
      return;
    }
  draw_icon (self, snapshot, &colour);
  if (self->framed)
    draw_frame (self, snapshot, &colour, side);
}

static void
yz_service_symbol_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                           int *minimum_baseline, int *natural_baseline)
{
  YzServiceSymbol *self = YZ_SERVICE_SYMBOL (widget);

  *minimum = *natural = self->size + 2 * get_margin (self);
}

static void
load_icon (YzServiceSymbol *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));

  g_clear_object (&self->icon);
  self->icon = gtk_icon_theme_lookup_icon (theme, self->icon_name, NULL, self->size,
                                           gtk_widget_get_scale_factor (widget), gtk_widget_get_direction (widget), 0);
}

static void
yz_service_symbol_finalize (GObject *object)
{
  YzServiceSymbol *self = YZ_SERVICE_SYMBOL (object);

  g_clear_object (&self->icon);
  g_clear_pointer (&self->icon_name, g_free);

  G_OBJECT_CLASS (yz_service_symbol_parent_class)->finalize (object);
}

static void
yz_service_symbol_class_init (YzServiceSymbolClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = yz_service_symbol_finalize;
  widget_class->snapshot = yz_service_symbol_snapshot;
  widget_class->measure = yz_service_symbol_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
yz_service_symbol_init (YzServiceSymbol *self)
{
}

GtkWidget *
yz_service_symbol_new (const char *icon, const char *state, int size)
{
  YzServiceSymbol *self = g_object_new (YZ_TYPE_SERVICE_SYMBOL, NULL);

  self->icon_name = g_strdup (icon);
  self->size = size;
  self->struck = g_strcmp0 (state, "paused") == 0 || g_strcmp0 (state, "impossible") == 0;
  self->framed = g_strcmp0 (state, "planned") == 0;
  if (g_strcmp0 (state, "paused") == 0)
    self->colour = "yz_paused";
  else if (self->framed)
    self->colour = "yz_planned";
  load_icon (self);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  return GTK_WIDGET (self);
}
