#include "config.h"

#include "yz-map-art.h"

#include "yz-kinds.h"
#include "yz-map-canvas.h"
#include "yz-palette.h"

#include <math.h>

#define MAX_SPRITES 3000 /* some 12 MB at scale 1; then all are drawn anew */

struct _YzMapArt
{
  GtkWidget *widget;
  GHashTable *sprites; /* of YzMapSprite, by a text that says what it shows */
};

static void
sprite_free (gpointer data)
{
  YzMapSprite *sprite = data;

  g_clear_object (&sprite->texture);
  g_free (sprite);
}

YzMapArt *
yz_map_art_new (GtkWidget *widget)
{
  YzMapArt *self = g_new0 (YzMapArt, 1);

  self->widget = widget;
  self->sprites = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, sprite_free);
  return self;
}

void
yz_map_art_free (YzMapArt *self)
{
  g_clear_pointer (&self->sprites, g_hash_table_unref);
  g_free (self);
}

void
yz_map_art_reset (YzMapArt *self)
{
  g_hash_table_remove_all (self->sprites);
}

GdkRGBA
yz_map_art_get_color (YzMapArt *self, const char *name)
{
  return yz_palette_lookup (self->widget, name);
}

static const YzMapSprite *
keep (YzMapArt *self, const char *key, YzMapCanvas *canvas)
{
  YzMapSprite *sprite = g_new0 (YzMapSprite, 1);

  if (g_hash_table_size (self->sprites) >= MAX_SPRITES)
    g_hash_table_remove_all (self->sprites);
  sprite->left = canvas->left;
  sprite->top = canvas->top;
  sprite->width = canvas->width;
  sprite->height = canvas->height;
  sprite->texture = yz_map_canvas_finish (canvas);
  g_hash_table_insert (self->sprites, g_strdup (key), sprite);
  return sprite;
}

static const char *
color_of_look (guint look)
{
  static const char *const names[YZ_STATION_N_LOOKS] = {
    [YZ_STATION_LOOK_OPEN] = "yz_open",       [YZ_STATION_LOOK_CLOSED] = "yz_closed",
    [YZ_STATION_LOOK_UNKNOWN] = "yz_closed",  [YZ_STATION_LOOK_PAUSED] = "yz_paused",
    [YZ_STATION_LOOK_PLANNED] = "yz_planned", [YZ_STATION_LOOK_OVER] = "yz_dim",
  };

  return names[MIN (look, YZ_STATION_LOOK_OVER)];
}

static const char *
nick_of (const char *field, guint choice)
{
  const YzChoice *choices = yz_kind_find_field (&yz_station_kind, field)->choices;

  for (guint i = 0; choices[i].nick != NULL; i++)
    if (i == choice)
      return choices[i].nick;
  return NULL;
}

/* What a station is built as, unless it is another facility. */
static char *
dup_symbol (const YzStationPoint *point)
{
  const char *facility = nick_of ("facility", point->facility);
  const char *kind = nick_of ("kind", point->kind);

  if (facility != NULL && point->facility > 0)
    return g_strdup_printf ("yz-facility-%s-symbolic", facility);
  return kind != NULL ? g_strdup_printf ("yz-place-%s-symbolic", kind) : g_strdup ("yz-facility-station-symbolic");
}

static void
draw_own_symbol (YzMapArt *self, YzMapCanvas *canvas, const YzStationPoint *point, double size, const GdkRGBA *color)
{
  g_autofree char *name = dup_symbol (point);

  yz_map_canvas_draw_icon (canvas, self->widget, name, 0, 0, size, color);
}

/* A ring in the colour of the state around a disc with the pictogram. The closed and the unknown are grey and thin,
   so that shape tells what colour tells. */
static void
draw_disc (YzMapArt *self, YzMapCanvas *canvas, const YzStationPoint *point, double scale)
{
  gboolean open = point->look == YZ_STATION_LOOK_OPEN;
  gboolean paused = point->look == YZ_STATION_LOOK_PAUSED;
  GdkRGBA card = yz_map_art_get_color (self, "card_bg_color");
  GdkRGBA ring = yz_map_art_get_color (self, color_of_look (point->look));
  GdkRGBA disc = open || paused ? yz_map_art_get_color (self, "yz_pin_disc") : ring;
  GdkRGBA symbol = yz_map_art_get_color (self, "yz_pin_symbol");
  double width = (open ? 3.4 : paused ? 2.6 : 1.8) * scale;
  double radius = 13 * scale;

  yz_map_canvas_fill_disc (canvas, radius + 1.6, &card);
  cairo_save (canvas->cr);
  if (point->look == YZ_STATION_LOOK_UNKNOWN)
    {
      double dash = 2 * G_PI * (radius - width / 2) / 24;

      cairo_set_dash (canvas->cr, &dash, 1, 0);
    }
  yz_map_canvas_stroke_arc (canvas, radius - width / 2, width, 0, 2 * G_PI, &ring);
  cairo_restore (canvas->cr);
  yz_map_canvas_fill_disc (canvas, 13 * scale - (open ? 4.2 : 4.0) * scale, &disc);
  draw_own_symbol (self, canvas, point, 11.5 * scale, &symbol);
}

static void
draw_diamond (YzMapArt *self, YzMapCanvas *canvas, const YzStationPoint *point, double scale)
{
  GdkRGBA card = yz_map_art_get_color (self, "card_bg_color");
  GdkRGBA edge = yz_map_art_get_color (self, "yz_planned");
  double side = 18.6 * scale;

  cairo_save (canvas->cr);
  cairo_rotate (canvas->cr, G_PI / 4);
  yz_map_canvas_rounded_box (canvas, -side / 2 - 1.6, -side / 2 - 1.6, side + 3.2, side + 3.2, 3.6 * scale);
  yz_map_canvas_fill (canvas, &card);
  yz_map_canvas_rounded_box (canvas, -side / 2 + 1.1, -side / 2 + 1.1, side - 2.2, side - 2.2, 2.2 * scale);
  yz_map_canvas_stroke (canvas, 2.2 * scale, &edge);
  cairo_restore (canvas->cr);
  draw_own_symbol (self, canvas, point, 10.5 * scale, &edge);
}

static void
draw_moon (YzMapArt *self, YzMapCanvas *canvas, double x, double y)
{
  GdkRGBA card = yz_map_art_get_color (self, "card_bg_color");
  GdkRGBA disc = yz_map_art_get_color (self, "yz_pin_disc");
  GdkRGBA symbol = yz_map_art_get_color (self, "yz_pin_symbol");

  cairo_save (canvas->cr);
  cairo_translate (canvas->cr, x, y);
  yz_map_canvas_fill_disc (canvas, 6.8, &card);
  yz_map_canvas_fill_disc (canvas, 5.6, &disc);
  yz_map_canvas_draw_icon (canvas, self->widget, "yz-moon-symbolic", 0, 0, 7.4, &symbol);
  cairo_restore (canvas->cr);
}

static void
draw_chip (YzMapArt *self, YzMapCanvas *canvas, double x, double y)
{
  GdkRGBA card = yz_map_art_get_color (self, "card_bg_color");
  GdkRGBA chip = yz_map_art_get_color (self, "yz_planned");

  cairo_save (canvas->cr);
  cairo_translate (canvas->cr, x, y);
  yz_map_canvas_rounded_box (canvas, -7.2, -6.2, 14.4, 12.4, 3.4);
  yz_map_canvas_fill (canvas, &card);
  yz_map_canvas_rounded_box (canvas, -6, -5, 12, 10, 2.4);
  yz_map_canvas_fill (canvas, &chip);
  yz_map_canvas_draw_icon (canvas, self->widget, "yz-smart-symbolic", 0, 0, 8.4, &card);
  cairo_restore (canvas->cr);
}

static void
draw_warning (YzMapArt *self, YzMapCanvas *canvas, double x, double y)
{
  GdkRGBA card = yz_map_art_get_color (self, "card_bg_color");
  GdkRGBA amber = yz_map_art_get_color (self, "yz_paused");

  cairo_save (canvas->cr);
  cairo_translate (canvas->cr, x, y);
  cairo_set_line_join (canvas->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_move_to (canvas->cr, 0, -5.4);
  cairo_line_to (canvas->cr, 5.8, 4.6);
  cairo_line_to (canvas->cr, -5.8, 4.6);
  cairo_close_path (canvas->cr);
  gdk_cairo_set_source_rgba (canvas->cr, &card);
  cairo_set_line_width (canvas->cr, 2.8);
  cairo_stroke_preserve (canvas->cr);
  yz_map_canvas_fill (canvas, &amber);
  cairo_restore (canvas->cr);
}

static void
draw_halo (YzMapArt *self, YzMapCanvas *canvas)
{
  GdkRGBA accent = yz_map_art_get_color (self, "accent_bg_color");
  GdkRGBA fill = accent, edge = accent;

  fill.alpha = 0.16f;
  edge.alpha = 0.45f;
  yz_map_canvas_fill_disc (canvas, 34, &fill);
  yz_map_canvas_stroke_arc (canvas, 34, 1, 0, 2 * G_PI, &edge);
}

const YzMapSprite *
yz_map_art_get_pin (YzMapArt *self, const YzStationPoint *point, gboolean selected)
{
  g_autofree char *key = g_strdup_printf ("pin %u %u %u %u %u %u", point->look, point->kind, point->facility,
                                          point->round_the_clock, point->smart, selected);
  const YzMapSprite *known = g_hash_table_lookup (self->sprites, key);
  double scale = selected ? 36.0 / 26 : 1;
  double corner = 9.2 * scale;
  YzMapCanvas canvas;

  if (known != NULL)
    return known;

  yz_map_canvas_init (&canvas, self->widget, selected ? 36 : 21);
  if (selected)
    draw_halo (self, &canvas);
  if (point->look == YZ_STATION_LOOK_PLANNED)
    draw_diamond (self, &canvas, point, scale);
  else
    draw_disc (self, &canvas, point, scale);
  if (point->look == YZ_STATION_LOOK_PAUSED)
    draw_warning (self, &canvas, corner, -corner);
  else if (point->round_the_clock)
    draw_moon (self, &canvas, corner, -corner);
  if (point->smart)
    draw_chip (self, &canvas, corner + 0.6, corner + 0.4);
  return keep (self, key, &canvas);
}

static void
draw_shares (YzMapArt *self, YzMapCanvas *canvas, const YzMapMark *mark, double radius, double width)
{
  guint n_shares = 0;
  double gap, angle = -G_PI / 2;

  for (guint look = 0; look < YZ_STATION_N_LOOKS; look++)
    n_shares += mark->looks[look] > 0;
  gap = n_shares > 1 ? 1.6 / radius : 0;
  for (guint look = 0; look < YZ_STATION_N_LOOKS; look++)
    {
      double sweep = 2 * G_PI * mark->looks[look] / MAX (mark->count, 1);
      GdkRGBA color = yz_map_art_get_color (self, color_of_look (look));

      if (mark->looks[look] == 0)
        continue;
      /* a share too small to be seen would hide that there is one */
      yz_map_canvas_stroke_arc (canvas, radius, width, angle + gap / 2, angle + MAX (sweep - gap / 2, gap), &color);
      angle += sweep;
    }
}

const YzMapSprite *
yz_map_art_get_cluster (YzMapArt *self, const YzMapMark *mark)
{
  const guint32 *n = mark->looks;
  g_autofree char *key = g_strdup_printf ("cluster %u/%u/%u/%u/%u/%u", n[0], n[1], n[2], n[3], n[4], n[5]);
  const YzMapSprite *known = g_hash_table_lookup (self->sprites, key);
  g_autofree char *text = NULL;
  GdkRGBA card, ink;
  double radius = mark->radius - 1.6;
  YzMapCanvas canvas;

  if (known != NULL)
    return known;

  card = yz_map_art_get_color (self, "card_bg_color");
  ink = yz_map_art_get_color (self, "card_fg_color");
  text = g_strdup_printf ("%u", mark->count);
  yz_map_canvas_init (&canvas, self->widget, ceil (mark->radius) + 1);
  yz_map_canvas_fill_disc (&canvas, mark->radius, &card);
  draw_shares (self, &canvas, mark, radius - 2.3, 4.6);
  yz_map_canvas_draw_number (&canvas, self->widget, text, mark->count < 100 ? 14 : 15, 2 * (radius - 5.6), &ink);
  return keep (self, key, &canvas);
}

const YzMapSprite *
yz_map_art_get_label (YzMapArt *self, const char *text, gboolean selected)
{
  g_autofree char *key = g_strdup_printf ("label %u %s", selected, text);
  const YzMapSprite *known = g_hash_table_lookup (self->sprites, key);
  YzMapCanvas canvas;

  if (known != NULL)
    return known;

  if (selected)
    {
      GdkRGBA card = yz_map_art_get_color (self, "card_bg_color");
      GdkRGBA edge = yz_map_art_get_color (self, "accent_bg_color");
      GdkRGBA ink = yz_map_art_get_color (self, "accent_color");

      yz_map_canvas_init_for_box (&canvas, self->widget, text, &card, &edge, &ink);
    }
  else
    {
      GdkRGBA halo = yz_map_art_get_color (self, "yz_map_paper");
      GdkRGBA ink = yz_map_art_get_color (self, "window_fg_color");

      yz_map_canvas_init_for_text (&canvas, self->widget, text, &halo, &ink);
    }
  return keep (self, key, &canvas);
}

const YzMapSprite *
yz_map_art_get_badge (YzMapArt *self, const char *text, guint count)
{
  g_autofree char *words = g_strdup_printf ("%s  %u", text, count);
  g_autofree char *key = g_strdup_printf ("badge %s", words);
  const YzMapSprite *known = g_hash_table_lookup (self->sprites, key);
  GdkRGBA halo, ink;
  YzMapCanvas canvas;

  if (known != NULL)
    return known;

  halo = yz_map_art_get_color (self, "yz_map_paper");
  ink = yz_map_art_get_color (self, "yz_planned_text");
  yz_map_canvas_init_for_text (&canvas, self->widget, words, &halo, &ink);
  canvas.left = -canvas.width / 2;
  canvas.top = -canvas.height / 2;
  return keep (self, key, &canvas);
}
