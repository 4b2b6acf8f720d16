#include "config.h"

#include "yz-service-strip.h"

#include "yz-palette.h"
#include "yz-service-catalogue.h"

#include <glib/gi18n-lib.h>

#define MAX_SYMBOLS 5
#define SYMBOL_SIZE 15
#define SPACING 9

typedef struct
{
  const YzServiceSeed *service;
  gboolean paused;
} Symbol;

struct _YzServiceStrip
{
  GtkWidget parent_instance;

  Symbol symbols[MAX_SYMBOLS];
  guint n_symbols;
};

G_DEFINE_FINAL_TYPE (YzServiceStrip, yz_service_strip, GTK_TYPE_WIDGET)

/* What somebody on the road looks for, first; the rest follows in the order of the catalogue. */
static const char *const preferred[] = { "open_24h", "water",    "meal",    "charging", "cooling", "toilet",
                                         "rain",     "medicine", "cabinet", "fridge",   "nursing" };

static const YzServiceSeed *
find_service (const char *code)
{
  guint n_services;
  const YzServiceSeed *services = yz_service_catalogue (&n_services);

  for (guint i = 0; i < n_services; i++)
    if (g_str_equal (services[i].code, code))
      return &services[i];
  return NULL;
}

static gboolean
has_symbol (YzServiceStrip *self, const YzServiceSeed *service)
{
  for (guint i = 0; i < self->n_symbols; i++)
    if (self->symbols[i].service == service)
      return TRUE;
  return FALSE;
}

static void
add_symbol (YzServiceStrip *self, GVariant *services, const YzServiceSeed *service)
{
  const char *state, *since;
  gboolean paused;

  if (self->n_symbols == MAX_SYMBOLS || service == NULL || has_symbol (self, service))
    return;
  if (!g_variant_lookup (services, service->code, "(&s&s)", &state, &since))
    return;
  paused = g_str_equal (state, "paused");
  if (paused || g_str_equal (state, "offered"))
    self->symbols[self->n_symbols++] = (Symbol){ service, paused };
}

static void
draw_strike (GtkWidget *widget, GtkSnapshot *snapshot)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (-1, -1, SYMBOL_SIZE + 2, SYMBOL_SIZE + 2);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  GdkRGBA colour = yz_palette_lookup (widget, "yz_paused");

  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_set_line_width (cr, 1.6);
  cairo_move_to (cr, 0, SYMBOL_SIZE);
  cairo_line_to (cr, SYMBOL_SIZE, 0);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
draw_symbol (YzServiceStrip *self, GtkSnapshot *snapshot, const Symbol *symbol, const GdkRGBA *colour)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autofree char *name = g_strdup_printf ("yz-service-%s-symbolic", symbol->service->code);
  g_autoptr (GtkIconPaintable) icon = NULL;

  g_strdelimit (name, "_", '-');
  icon = gtk_icon_theme_lookup_icon (gtk_icon_theme_get_for_display (gtk_widget_get_display (widget)), name, NULL,
                                     SYMBOL_SIZE, gtk_widget_get_scale_factor (widget),
                                     gtk_widget_get_direction (widget), GTK_ICON_LOOKUP_PRELOAD);
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, SYMBOL_SIZE, SYMBOL_SIZE, colour,
                                            1);
  if (symbol->paused)
    draw_strike (widget, snapshot);
}

static void
yz_service_strip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  YzServiceStrip *self = YZ_SERVICE_STRIP (widget);
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  gtk_snapshot_save (snapshot);
  for (guint i = 0; i < self->n_symbols; i++)
    {
      draw_symbol (self, snapshot, &self->symbols[i], &colour);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (SYMBOL_SIZE + SPACING, 0));
    }
  gtk_snapshot_restore (snapshot);
}

static void
yz_service_strip_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                          int *minimum_baseline, int *natural_baseline)
{
  int n = (int) YZ_SERVICE_STRIP (widget)->n_symbols;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = n > 0 ? n * SYMBOL_SIZE + (n - 1) * SPACING : 0;
  else
    *minimum = *natural = SYMBOL_SIZE;
}

static void
yz_service_strip_class_init (YzServiceStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = yz_service_strip_snapshot;
  widget_class->measure = yz_service_strip_measure;
  gtk_widget_class_set_css_name (widget_class, "servicestrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
yz_service_strip_init (YzServiceStrip *self)
{
}

static char *
describe (YzServiceStrip *self)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < self->n_symbols; i++)
    {
      if (words->len > 0)
        /* Translators: between the services of a station */
        g_string_append (words, C_ ("list", ", "));
      g_string_append (words, self->symbols[i].service->short_name);
      if (self->symbols[i].paused)
        /* Translators: behind a service of a station */
        g_string_append (words, _ (" (paused)"));
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

void
yz_service_strip_set_services (YzServiceStrip *self, GVariant *services)
{
  guint n_services;
  const YzServiceSeed *catalogue = yz_service_catalogue (&n_services);
  g_autofree char *words = NULL;

  g_return_if_fail (YZ_IS_SERVICE_STRIP (self));

  self->n_symbols = 0;
  for (guint i = 0; services != NULL && i < G_N_ELEMENTS (preferred); i++)
    add_symbol (self, services, find_service (preferred[i]));
  for (guint i = 0; services != NULL && i < n_services; i++)
    add_symbol (self, services, &catalogue[i]);

  words = describe (self);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), *words != '\0' ? words : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
