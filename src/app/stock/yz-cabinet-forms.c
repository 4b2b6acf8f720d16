#include "config.h"

#include "yz-cabinet-forms.h"

#include "yz-pickups.h"
#include "yz-stock-chooser.h"
#include "yz-value-text.h"

#include <glib/gi18n.h>

/* What is filled in, and what is made of it on a worker. Unused fields are empty. */
typedef struct
{
  YzSession *session;
  char *slot;
  char *chosen; /* id of an item or a station, NULL for none */
  YzStockChooser *chooser;
  GtkEditable *first;
  GtkEditable *second;
  GtkEditable *third;
  GtkSpinButton *number;
  GtkSpinButton *other_number;
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_object_unref (form->session);
  g_free (form->slot);
  g_free (form->chosen);
  g_free (form);
}

static Form *
form_new (YzSession *session, const YzSlot *slot)
{
  Form *form = g_new0 (Form, 1);

  form->session = g_object_ref (session);
  form->slot = slot != NULL ? g_strdup (yz_record_get_id (slot->place)) : NULL;
  return form;
}

/* The values, without widgets. */
typedef struct
{
  char *slot;
  char *chosen;
  char *first;
  char *second;
  gint64 number;
  gint64 other_number;
  gint64 money;
  gint64 now;
} Values;

static void
values_free (gpointer data)
{
  Values *values = data;

  g_free (values->slot);
  g_free (values->chosen);
  g_free (values->first);
  g_free (values->second);
  g_free (values);
}

static char *
dup_text (GtkEditable *editable)
{
  g_autofree char *text = editable != NULL ? yz_value_strip (gtk_editable_get_text (editable)) : NULL;

  return text != NULL && *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static gint64
read_number (GtkSpinButton *spin)
{
  if (spin == NULL)
    return 0;
  gtk_spin_button_update (spin);
  return (gint64) gtk_spin_button_get_value (spin);
}

static Values *
read_values (const Form *form)
{
  Values *values = g_new0 (Values, 1);

  *values = (Values){ .slot = g_strdup (form->slot),
                      .chosen = g_strdup (form->chosen),
                      .first = dup_text (form->first),
                      .second = dup_text (form->second),
                      .number = read_number (form->number),
                      .other_number = read_number (form->other_number),
                      .money = -1,
                      .now = yz_clock_get_now (yz_session_get_clock (form->session)) };
  return values;
}

/* --- fill --------------------------------------------------------------------------------------------------------- */

static YzEdit *
make_refill (YzStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Values *values = data;
  g_autofree char *author = yz_store_dup_author (store);
  YzStockNote note = { .at = values->now, .handler = author };

  return yz_slot_make_refill (store, values->slot, values->chosen, values->number, &note, error);
}

static void
accept_refill (YzSmallForm *form, gpointer data)
{
  Values *values = read_values (data);

  if (yz_small_form_read_when (form, &values->now))
    yz_small_form_do (form, make_refill, values, values_free);
  else
    values_free (values);
}

static YzSmallForm *
open_refill (GtkWindow *parent, YzSession *session, const YzSlot *slot)
{
  Form *form = form_new (session, slot);
  gint64 room = slot->capacity > 0 ? slot->capacity - slot->there : G_MAXINT;
  g_autofree char *title = g_strdup_printf (_ ("Fill slot %s"), yz_record_get_title (slot->place));
  YzSmallForm *window = yz_small_form_new (parent, session, title, _ ("_Fill"), accept_refill, form, form_free);
  g_autofree char *description = g_strdup_printf (_ ("%s: what expires first is taken from the stock of the station."),
                                                  slot->item != NULL ? yz_record_get_title (slot->item) : "");

  yz_small_form_set_description (window, description);
  form->number = yz_small_form_add_number (window, _ ("Quantity"), 1, MAX (room, 1), slot->capacity > 0 ? room : 1);
  yz_small_form_add_when (window);
  return window;
}

/* --- reserve ------------------------------------------------------------------------------------------------------ */

static YzEdit *
make_reservation (YzStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Values *values = data;

  return yz_pickup_make_reservation (store, values->slot, values->number, values->first, 0, values->now, error);
}

static void
accept_reservation (YzSmallForm *form, gpointer data)
{
  yz_small_form_do (form, make_reservation, read_values (data), values_free);
}

static YzSmallForm *
open_reservation (GtkWindow *parent, YzSession *session, const YzSlot *slot)
{
  Form *form = form_new (session, slot);
  gint64 left = slot->there - slot->unusable - slot->reserved;
  g_autofree char *title = g_strdup_printf (_ ("Reserve from slot %s"), yz_record_get_title (slot->place));
  YzSmallForm *window = yz_small_form_new (parent, session, title, _ ("_Reserve"), accept_reservation, form, form_free);

  yz_small_form_set_description (window, _ ("A code is made with which the goods are picked up in time."));
  form->number = yz_small_form_add_number (window, _ ("Quantity"), 1, MAX (left, 1), 1);
  form->first = yz_small_form_add_entry (window, _ ("For"), NULL);
  return window;
}

/* --- assign ------------------------------------------------------------------------------------------------------- */

static YzEdit *
make_assignment (YzStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Values *values = data;

  return yz_slot_make_assignment (store, values->slot, values->chosen, values->number, error);
}

static void
accept_assignment (YzSmallForm *form, gpointer data)
{
  yz_small_form_do (form, make_assignment, read_values (data), values_free);
}

static void
on_chosen (YzStockChooser *chooser, YzRecord *record, Form *form)
{
  g_free (form->chosen);
  form->chosen = record != NULL ? g_strdup (yz_record_get_id (record)) : NULL;
  g_object_set (chooser, "title", record != NULL ? yz_record_get_title (record) : _ ("Nothing"), NULL);
}

static YzStockChooser *
make_chooser (Form *form, const char *subject, const char *title, const char *name_of)
{
  YzStockChooser *chooser = g_object_new (YZ_TYPE_STOCK_CHOOSER, "session", form->session, "subject", subject, "title",
                                          title, "name-of", name_of, NULL);

  g_signal_connect (chooser, "chosen", G_CALLBACK (on_chosen), form);
  return chooser;
}

static YzSmallForm *
open_assignment (GtkWindow *parent, YzSession *session, const YzSlot *slot)
{
  Form *form = form_new (session, slot);
  g_autofree char *title = g_strdup_printf (_ ("What belongs in slot %s"), yz_record_get_title (slot->place));
  YzSmallForm *window = yz_small_form_new (parent, session, title, _ ("_Apply"), accept_assignment, form, form_free);
  const char *name = slot->item != NULL ? yz_record_get_title (slot->item) : _ ("Nothing");

  form->chosen = slot->item != NULL ? g_strdup (yz_record_get_id (slot->item)) : NULL;
  form->chooser = make_chooser (form, "items", name, _ ("Item"));
  yz_small_form_add_widget (window, _ ("Item"), GTK_WIDGET (form->chooser));
  form->number = yz_small_form_add_number (window, _ ("Capacity"), 1, 1000, MAX (slot->capacity, 1));
  return window;
}

/* --- out of order ------------------------------------------------------------------------------------------------- */

static YzEdit *
make_broken (YzStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Values *values = data;

  return yz_slot_make_broken (store, values->slot, values->first, error);
}

static void
accept_broken (YzSmallForm *form, gpointer data)
{
  Values *values = read_values (data);

  if (values->first != NULL)
    {
      yz_small_form_do (form, make_broken, values, values_free);
      return;
    }
  values_free (values);
  yz_small_form_refuse (form, _ ("Say what is broken"));
}

static YzSmallForm *
open_broken (GtkWindow *parent, YzSession *session, const YzSlot *slot)
{
  Form *form = form_new (session, slot);
  g_autofree char *title = g_strdup_printf (_ ("Slot %s out of order"), yz_record_get_title (slot->place));
  YzSmallForm *window = yz_small_form_new (parent, session, title, _ ("_Apply"), accept_broken, form, form_free);

  yz_small_form_set_description (window, _ ("It is passed by until it works again; what is in it stays there."));
  form->first = yz_small_form_add_entry (window, _ ("What is broken"), NULL);
  return window;
}

YzSmallForm *
yz_cabinet_forms_open (GtkWindow *parent, YzSession *session, const char *verb, const YzSlot *slot)
{
  static const struct
  {
    const char *verb;
    YzSmallForm *(*open) (GtkWindow *parent, YzSession *session, const YzSlot *slot);
  } forms[] = {
    { "refill", open_refill },
    { "reserve", open_reservation },
    { "assign", open_assignment },
    { "break", open_broken },
  };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (g_str_equal (forms[i].verb, verb))
      return forms[i].open (parent, session, slot);
  g_return_val_if_reached (NULL);
}

/* --- a new cabinet ------------------------------------------------------------------------------------------------ */

static YzEdit *
make_cabinet (YzStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Values *values = data;

  return yz_cabinet_make (store, values->first, values->second, values->chosen, (guint) values->number,
                          (guint) values->other_number, values->money, error);
}

static void
accept_cabinet (YzSmallForm *form, gpointer data)
{
  const Form *filled = data;
  Values *values = read_values (filled);
  g_autofree char *cap = dup_text (filled->third);
  const char *problem = NULL;

  if (values->chosen == NULL)
    problem = _ ("Choose the station where it stands");
  else if (values->first == NULL)
    problem = _ ("Give it a name");
  else if (cap != NULL && !yz_value_parse_money (cap, &values->money))
    problem = _ ("The limit is an amount in yuan, such as 1000");
  if (problem == NULL)
    {
      yz_small_form_do (form, make_cabinet, values, values_free);
      return;
    }
  values_free (values);
  yz_small_form_refuse (form, problem);
}

YzSmallForm *
yz_cabinet_forms_open_new (GtkWindow *parent, YzInventory *inventory, guint n_there)
{
  YzSession *session = yz_inventory_get_session (inventory);
  g_autoptr (YzInventoryScope) scope = yz_inventory_dup_scope (inventory);
  g_autofree char *place_title = NULL;
  /* Translators: followed by A, B, C: the first, second and third of a station */
  g_autofree char *name =
    g_strdup_printf (_ ("Smart cabinet %c"), scope->station != NULL ? 'A' + (int) n_there % 26 : 'A');
  Form *form = form_new (session, NULL);
  YzSmallForm *window =
    yz_small_form_new (parent, session, _ ("New smart cabinet"), _ ("_Add"), accept_cabinet, form, form_free);

  g_object_get (inventory, "title", &place_title, NULL);
  form->chosen = g_strdup (scope->station);
  form->chooser =
    make_chooser (form, "holders", scope->station != NULL ? place_title : _ ("Choose a station"), _ ("Station"));
  yz_small_form_add_widget (window, _ ("Station"), GTK_WIDGET (form->chooser));
  form->first = yz_small_form_add_entry (window, _ ("Name"), name);
  form->second = yz_small_form_add_entry (window, _ ("Code of the maker"), NULL);
  form->number = yz_small_form_add_number (window, _ ("Rows"), 1, 26, 3);
  form->other_number = yz_small_form_add_number (window, _ ("Slots in a row"), 1, 24, 6);
  form->third = yz_small_form_add_entry (window, _ ("Value of goods a month, at most (yuan)"), "1000");
  return window;
}
