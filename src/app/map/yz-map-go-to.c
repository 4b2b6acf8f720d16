#include "config.h"

#include "yz-map-go-to.h"

#include "yz-kinds.h"
#include "yz-position-text.h"
#include "yz-widgets.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MAX_MATCHES 8

struct _YzMapGoTo
{
  GtkPopover parent_instance;

  GtkEditable *entry;
  GtkDropDown *datum;
  GtkWidget *datum_row;
  GtkLabel *message;
  GtkListBox *matches;

  YzStations *stations;
  GCancellable *cancellable; /* of the search that is going on */
  gboolean is_searching;
  gboolean go_at_once; /* to the first match of that search */
};

G_DEFINE_FINAL_TYPE (YzMapGoTo, yz_map_go_to, GTK_TYPE_POPOVER)

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
say (YzMapGoTo *self, const char *message)
{
  gtk_label_set_label (self->message, message);
  gtk_widget_set_visible (GTK_WIDGET (self->message), message != NULL);
}

static void
clear_matches (YzMapGoTo *self)
{
  yz_widgets_clear_list (self->matches);
  gtk_widget_set_visible (GTK_WIDGET (self->matches), FALSE);
}

static void
choose (YzMapGoTo *self, gint64 row, YzPosition position)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, row, position.lon, position.lat);
}

/* A line of what was found: a station by its number, or a position by itself. */
static void
add_match (YzMapGoTo *self, gint64 number, const char *title, const char *place)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *labels[] = { gtk_label_new (title), gtk_label_new (place) };
  GtkWidget *row = gtk_list_box_row_new ();

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      gtk_label_set_xalign (GTK_LABEL (labels[i]), 0);
      gtk_label_set_ellipsize (GTK_LABEL (labels[i]), PANGO_ELLIPSIZE_END);
      gtk_box_append (GTK_BOX (box), labels[i]);
    }
  gtk_widget_add_css_class (labels[1], "yz-second");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data_full (G_OBJECT (row), "number", g_memdup2 (&number, sizeof number), g_free);
  gtk_list_box_append (self->matches, row);
  gtk_widget_set_visible (GTK_WIDGET (self->matches), TRUE);
}

/* --- a position --- */

static YzDatum
chosen_datum (YzMapGoTo *self)
{
  static const YzDatum datums[] = { YZ_DATUM_WGS84, YZ_DATUM_GCJ02, YZ_DATUM_BD09 };

  return datums[MIN (gtk_drop_down_get_selected (self->datum), G_N_ELEMENTS (datums) - 1)];
}

static gboolean
read_position (YzMapGoTo *self, const char *text, YzPosition *position)
{
  YzPositionReading reading;
  YzDatum datum = chosen_datum (self);

  if (!yz_position_parse_pair (text, &reading, NULL))
    return FALSE;
  if (reading.shape == YZ_PAIR_METRES || reading.shape == YZ_PAIR_METRES_SWAPPED)
    datum = YZ_DATUM_BD09MC;
  *position = yz_datum_convert (reading.position, datum, YZ_DATUM_WGS84);
  return yz_position_is_valid (*position);
}

static void
show_position (YzMapGoTo *self, YzPosition position)
{
  g_autofree char *numbers = yz_position_format (position);
  g_autofree char *place = g_strconcat ("WGS-84 ", numbers, NULL);

  clear_matches (self);
  add_match (self, 0, _ ("Go to this position"), place);
}

/* --- a station --- */

static gboolean
has_position (YzRecord *station)
{
  return yz_record_get (station, "lon") != NULL && yz_record_get (station, "lat") != NULL;
}

static YzPosition
position_of (YzRecord *station)
{
  return (YzPosition){ yz_record_get_real (station, "lon"), yz_record_get_real (station, "lat") };
}

static void
show_matches (YzMapGoTo *self, GArray *rows)
{
  guint n_shown = 0;

  clear_matches (self);
  for (guint i = 0; i < rows->len && n_shown < MAX_MATCHES; i++)
    {
      gint64 row = g_array_index (rows, gint64, i);
      g_autoptr (YzRecord) station = yz_listing_load_row (YZ_LISTING (self->stations), row);

      if (station == NULL || !has_position (station))
        continue;
      if (self->go_at_once)
        {
          self->go_at_once = FALSE;
          choose (self, row, position_of (station));
          return;
        }
      add_match (self, row, yz_record_get_title (station), yz_record_get_text (station, "address"));
      n_shown++;
    }
  self->go_at_once = FALSE;
  say (self, n_shown > 0 ? NULL : _ ("No station with a position matches. A position looks like 104.06213,30.67041."));
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (YzMapGoTo) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) rows = yz_store_query_finish (YZ_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->is_searching = FALSE;
  if (rows == NULL)
    say (self, error->message);
  else
    show_matches (self, rows);
}

static void
search (YzMapGoTo *self, const char *text)
{
  YzStore *store = yz_session_get_store (yz_listing_get_session (YZ_LISTING (self->stations)));
  g_autoptr (YzQuery) query = NULL;

  if (store == NULL)
    return;
  query = yz_query_new (&yz_station_kind);
  yz_query_set_search (query, text);
  /* some may have no position */
  yz_query_set_limit (query, 4 * MAX_MATCHES);
  self->is_searching = TRUE;
  yz_store_query_async (store, query, self->cancellable, on_found, g_object_ref (self));
}

/* --- the entry --- */

static void
on_changed (YzMapGoTo *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
  YzPosition position;
  gboolean is_position = read_position (self, text, &position);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  gtk_widget_set_visible (self->datum_row, is_position);
  say (self, NULL);
  if (is_position)
    show_position (self, position);
  else if (*text == '\0')
    clear_matches (self);
  else
    search (self, text);
}

static gboolean
is_station (GtkListBoxRow *row)
{
  const gint64 *number = g_object_get_data (G_OBJECT (row), "number");

  return *number != 0;
}

static void
go_to_row (YzMapGoTo *self, GtkListBoxRow *row)
{
  const gint64 *number = g_object_get_data (G_OBJECT (row), "number");
  g_autoptr (YzRecord) station = yz_listing_load_row (YZ_LISTING (self->stations), *number);

  if (station != NULL)
    choose (self, *number, position_of (station));
}

static void
on_activate (YzMapGoTo *self)
{
  const char *text = gtk_editable_get_text (self->entry);
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->matches, 0);
  YzPosition position;

  if (read_position (self, text, &position))
    choose (self, 0, position);
  else if (first != NULL)
    go_to_row (self, first);
  else
    self->go_at_once = self->is_searching;
}

static void
on_row_activated (YzMapGoTo *self, GtkListBoxRow *row)
{
  if (is_station (row))
    go_to_row (self, row);
  else
    on_activate (self);
}

static void
yz_map_go_to_dispose (GObject *object)
{
  YzMapGoTo *self = YZ_MAP_GO_TO (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->stations);

  G_OBJECT_CLASS (yz_map_go_to_parent_class)->dispose (object);
}

static void
yz_map_go_to_class_init (YzMapGoToClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yz_map_go_to_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", YZ_TYPE_MAP_GO_TO, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                                  G_TYPE_INT64, G_TYPE_DOUBLE, G_TYPE_DOUBLE);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/yizhan/Yizhan/map/yz-map-go-to.ui");
  gtk_widget_class_bind_template_child (widget_class, YzMapGoTo, entry);
  gtk_widget_class_bind_template_child (widget_class, YzMapGoTo, datum);
  gtk_widget_class_bind_template_child (widget_class, YzMapGoTo, datum_row);
  gtk_widget_class_bind_template_child (widget_class, YzMapGoTo, message);
  gtk_widget_class_bind_template_child (widget_class, YzMapGoTo, matches);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
yz_map_go_to_init (YzMapGoTo *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
yz_map_go_to_new (YzStations *stations)
{
  YzMapGoTo *self = g_object_new (YZ_TYPE_MAP_GO_TO, NULL);

  self->stations = g_object_ref (stations);
  return GTK_WIDGET (self);
}

void
yz_map_go_to_popup (YzMapGoTo *self)
{
  g_return_if_fail (YZ_IS_MAP_GO_TO (self));

  gtk_popover_popup (GTK_POPOVER (self));
  gtk_editable_select_region (self->entry, 0, -1);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

void
yz_map_go_to_find (YzMapGoTo *self, const char *text)
{
  YzPosition position;

  g_return_if_fail (YZ_IS_MAP_GO_TO (self));

  self->go_at_once = TRUE;
  gtk_editable_set_text (self->entry, text);
  if (!read_position (self, text, &position))
    return;
  self->go_at_once = FALSE;
  choose (self, 0, position);
}
