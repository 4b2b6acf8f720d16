/* The map is a picture: it takes no clicks, and the panel that it stands in scrolls. */
#include "config.h"

#include "yz-import-pair-map.h"

#include "yz-map-art.h"
#include "yz-map-backdrop.h"
#include "yz-map-scale.h"
#include "yz-map-viewport.h"
#include "yz-value-words.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#define HEIGHT 116
#define MARGIN 36   /* pixels around the two */
#define MAX_ZOOM 18 /* where a house is as large as a pin */
#define RADIUS 12

struct _YzImportPairMap
{
  GtkWidget parent_instance;

  GtkWidget *overlay;
  ShumateMap *map;
  YzMapBackdrop *backdrop; /* (nullable): until the first pair */
  GtkWidget *marks;
  GtkWidget *credit_label;
  YzMapScale *scale;
  YzMapArt *art;
  YzPosition a;
  YzPosition b;
};

G_DEFINE_FINAL_TYPE (YzImportPairMap, yz_import_pair_map, GTK_TYPE_WIDGET)

static void
place_view (YzImportPairMap *self)
{
  YzBox box = { MIN (self->a.lon, self->b.lon), MIN (self->a.lat, self->b.lat), MAX (self->a.lon, self->b.lon),
                MAX (self->a.lat, self->b.lat) };
  ShumateViewport *viewport = shumate_map_get_viewport (self->map);
  int width = gtk_widget_get_width (self->marks);
  int height = gtk_widget_get_height (self->marks);

  if (self->backdrop == NULL || width <= 2 * MARGIN || height <= 2 * MARGIN)
    return;
  shumate_viewport_set_zoom_level (viewport,
                                   yz_map_extent_fit (&box, width - 2 * MARGIN, height - 2 * MARGIN, MAX_ZOOM));
  shumate_map_center_on (self->map, (box.south + box.north) / 2, (box.west + box.east) / 2);
  gtk_widget_queue_draw (self->marks);
}

/* --- drawing --- */

static void
draw_text (GtkWidget *widget, cairo_t *cr, const char *text, double x, double y, const GdkRGBA *ink,
           const GdkRGBA *halo)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoRectangle logical;

  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_extents (layout, NULL, &logical);
  cairo_move_to (cr, x - logical.width / 2.0, y - logical.height / 2.0);
  if (halo != NULL)
    {
      pango_cairo_layout_path (cr, layout);
      gdk_cairo_set_source_rgba (cr, halo);
      cairo_set_line_width (cr, 4);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      cairo_stroke (cr);
      cairo_move_to (cr, x - logical.width / 2.0, y - logical.height / 2.0);
    }
  gdk_cairo_set_source_rgba (cr, ink);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_disc (YzImportPairMap *self, cairo_t *cr, const char *letter, const char *color, const char *ink_color, double x,
           double y)
{
  GdkRGBA fill = yz_map_art_get_color (self->art, color);
  GdkRGBA ink = yz_map_art_get_color (self->art, ink_color);

  cairo_new_path (cr);
  cairo_arc (cr, x, y, RADIUS, 0, 2 * G_PI);
  gdk_cairo_set_source_rgba (cr, &fill);
  cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, &ink);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
  draw_text (self->marks, cr, letter, x, y, &ink, NULL);
}

static void
draw_line (YzImportPairMap *self, cairo_t *cr, double x0, double y0, double x1, double y1)
{
  static const double dashes[] = { 5, 4 };
  GdkRGBA ink = yz_map_art_get_color (self->art, "window_fg_color");
  GdkRGBA halo = yz_map_art_get_color (self->art, "yz_map_paper");
  g_autofree char *text = yz_distance_to_words (yz_position_distance (self->a, self->b));
  double shift = RADIUS + 12;

  cairo_move_to (cr, x0, y0);
  cairo_line_to (cr, x1, y1);
  gdk_cairo_set_source_rgba (cr, &ink);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  draw_text (self->marks, cr, text, (x0 + x1) / 2, (y0 + y1) / 2 - shift, &ink, &halo);
}

static void
draw_marks (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  YzImportPairMap *self = data;
  YzMapExtent extent = yz_map_viewport_get_extent (shumate_map_get_viewport (self->map), GTK_WIDGET (self->map));
  double ax, ay, bx, by;

  if (self->backdrop == NULL)
    return;
  yz_map_extent_project (&extent, yz_world_from_position (self->a), &ax, &ay);
  yz_map_extent_project (&extent, yz_world_from_position (self->b), &bx, &by);
  /* on one spot they stand beside each other */
  if (hypot (bx - ax, by - ay) < RADIUS)
    {
      ax -= RADIUS;
      bx += RADIUS;
    }
  draw_line (self, cr, ax, ay, bx, by);
  draw_disc (self, cr, "A", "yz_pin_disc", "yz_pin_symbol", ax, ay);
  draw_disc (self, cr, "B", "accent_bg_color", "accent_fg_color", bx, by);
}

/* --- the object --- */

static void
on_dark_changed (YzImportPairMap *self)
{
  yz_map_art_reset (self->art);
  gtk_widget_queue_draw (self->marks);
}

static void
yz_import_pair_map_dispose (GObject *object)
{
  YzImportPairMap *self = YZ_IMPORT_PAIR_MAP (object);

  g_clear_object (&self->backdrop);
  g_clear_pointer (&self->overlay, gtk_widget_unparent);

  G_OBJECT_CLASS (yz_import_pair_map_parent_class)->dispose (object);
}

static void
yz_import_pair_map_finalize (GObject *object)
{
  g_clear_pointer (&YZ_IMPORT_PAIR_MAP (object)->art, yz_map_art_free);
  G_OBJECT_CLASS (yz_import_pair_map_parent_class)->finalize (object);
}

static void
yz_import_pair_map_class_init (YzImportPairMapClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yz_import_pair_map_dispose;
  G_OBJECT_CLASS (klass)->finalize = yz_import_pair_map_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_IMG);
}

static void
add_corner (YzImportPairMap *self, GtkWidget *widget, GtkAlign halign)
{
  gtk_widget_set_halign (widget, halign);
  gtk_widget_set_valign (widget, GTK_ALIGN_END);
  gtk_widget_set_margin_start (widget, 8);
  gtk_widget_set_margin_end (widget, 8);
  gtk_widget_set_margin_bottom (widget, 6);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), widget);
}

static void
yz_import_pair_map_init (YzImportPairMap *self)
{
  self->art = yz_map_art_new (GTK_WIDGET (self));
  self->map = shumate_map_new ();
  self->marks = gtk_drawing_area_new ();
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->marks), draw_marks, self, NULL);
  g_signal_connect_object (self->marks, "resize", G_CALLBACK (place_view), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (on_dark_changed), self,
                           G_CONNECT_SWAPPED);

  self->scale = g_object_new (YZ_TYPE_MAP_SCALE, NULL);
  yz_map_scale_set_viewport (self->scale, shumate_map_get_viewport (self->map));
  self->credit_label = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->credit_label, "yz-attribution");

  /* the map wants to be as high as a tile: something else says the height */
  self->overlay = gtk_overlay_new ();
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), GTK_WIDGET (self->map));
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->marks);
  add_corner (self, GTK_WIDGET (self->scale), GTK_ALIGN_START);
  add_corner (self, self->credit_label, GTK_ALIGN_END);
  gtk_widget_set_can_target (self->overlay, FALSE);
  gtk_widget_set_overflow (self->overlay, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (self->overlay, "yz-small-map");
  gtk_widget_set_size_request (self->overlay, -1, HEIGHT);
  gtk_widget_set_parent (self->overlay, GTK_WIDGET (self));
}

static void
say_where (YzImportPairMap *self)
{
  g_autofree char *distance = yz_distance_to_words (yz_position_distance (self->a, self->b));
  g_autofree char *text = g_strdup_printf (_ ("Map with A and B, %s apart"), distance);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

void
yz_import_pair_map_show (YzImportPairMap *self, YzSession *session, YzPosition a, YzPosition b)
{
  g_return_if_fail (YZ_IS_IMPORT_PAIR_MAP (self));

  self->a = a;
  self->b = b;
  if (self->backdrop == NULL)
    {
      self->backdrop = yz_map_backdrop_new (self->map, session, NULL);
      g_object_bind_property (self->backdrop, "attribution", self->credit_label, "label", G_BINDING_SYNC_CREATE);
    }
  say_where (self);
  place_view (self);
}
