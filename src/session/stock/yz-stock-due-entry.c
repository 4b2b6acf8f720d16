/* One thing that is due, in words. */
#include "config.h"

#include "yz-stock-due-entry-private.h"

#include <glib/gi18n-lib.h>

#include "yz-day-words.h"
#include "yz-kinds.h"
#include "yz-value-words.h"

struct _YzStockDueEntry
{
  GObject parent_instance;

  YzStockDue due;
  guint32 today;
  YzStockDueVerb verb;
  YzRecord *holder;
  YzRecord *item;
  YzRecord *record; /* lot, stocktake or transfer */
  YzRecord *giver;
  gint64 given;
  double metres;
  char *title;
  char *detail;
};

typedef enum
{
  PROP_TITLE = 1,
  PROP_DETAIL,
  PROP_WHERE,
  PROP_VERB_LABEL,
} YzStockDueEntryProperty;

static GParamSpec *properties[PROP_VERB_LABEL + 1];

G_DEFINE_FINAL_TYPE (YzStockDueEntry, yz_stock_due_entry, G_TYPE_OBJECT)

const char *
yz_stock_due_verb_get_nick (YzStockDueVerb verb)
{
  static const char *const nicks[] = { "transfer", "replenish", "handle", "begin", "receive" };

  return nicks[verb];
}

const char *
yz_stock_due_type_get_nick (YzStockDueType type)
{
  static const char *const nicks[] = { "out", "low", "expired", "recalled", "expiring", "count", "transit" };

  G_STATIC_ASSERT (G_N_ELEMENTS (nicks) == YZ_N_STOCK_DUE_TYPES);
  return nicks[type];
}

static const char *
get_verb_label (YzStockDueVerb verb)
{
  static const char *const labels[] = {
    /* Translators: a button: bring goods from another place */
    NC_ ("due", "Transfer"),
    /* Translators: a button: buy goods that nobody has to spare */
    NC_ ("due", "Restock"),
    /* Translators: a button: do something about goods that expire */
    NC_ ("due", "Deal with it"),
    /* Translators: a button: begin to count */
    NC_ ("due", "Count"),
    /* Translators: a button: receive goods that were sent */
    NC_ ("due", "Receive"),
  };

  return g_dpgettext2 (NULL, "due", labels[verb]);
}

static void
yz_stock_due_entry_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  YzStockDueEntry *self = YZ_STOCK_DUE_ENTRY (object);

  switch ((YzStockDueEntryProperty) id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_DETAIL:
      g_value_set_string (value, self->detail);
      break;
    case PROP_WHERE:
      g_value_set_string (value, yz_stock_due_entry_get_where (self));
      break;
    case PROP_VERB_LABEL:
      g_value_set_string (value, get_verb_label (self->verb));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
yz_stock_due_entry_dispose (GObject *object)
{
  YzStockDueEntry *self = YZ_STOCK_DUE_ENTRY (object);

  g_clear_object (&self->holder);
  g_clear_object (&self->item);
  g_clear_object (&self->record);
  g_clear_object (&self->giver);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->detail, g_free);

  G_OBJECT_CLASS (yz_stock_due_entry_parent_class)->dispose (object);
}

static void
yz_stock_due_entry_class_init (YzStockDueEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = yz_stock_due_entry_get_property;
  object_class->dispose = yz_stock_due_entry_dispose;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_DETAIL] = g_param_spec_string ("detail", NULL, NULL, NULL, flags);
  properties[PROP_WHERE] = g_param_spec_string ("where", NULL, NULL, NULL, flags);
  properties[PROP_VERB_LABEL] = g_param_spec_string ("verb-label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
yz_stock_due_entry_init (YzStockDueEntry *self)
{
}

static char *
format_quantity (YzStockDueEntry *self, gint64 quantity)
{
  const char *unit = self->item != NULL ? yz_record_get_text (self->item, "unit") : NULL;

  return g_strdup_printf ("%" G_GINT64_FORMAT " %s", quantity, unit != NULL ? unit : "");
}

static const char *
title_of (YzRecord *record)
{
  return record != NULL ? yz_record_get_title (record) : "";
}

static char *
make_title (YzStockDueEntry *self)
{
  const YzStockDue *due = &self->due;
  const char *item = title_of (self->item);
  g_autofree char *there = format_quantity (self, due->there);
  g_autofree char *lacking = format_quantity (self, due->lacking);
  g_autofree char *by = yz_day_format_date (due->by != 0 ? due->by : self->today, self->today);

  switch (due->type)
    {
    case YZ_STOCK_DUE_OUT:
      /* Translators: an item, a number with its unit */
      return g_strdup_printf (_ ("%s has run out, %s are missing"), item, lacking);
    case YZ_STOCK_DUE_LOW:
      /* Translators: an item, a number with its unit */
      return g_strdup_printf (_ ("%s is below its minimum, %s are missing"), item, lacking);
    case YZ_STOCK_DUE_EXPIRED:
      /* Translators: an item, a number with its unit, a day */
      return g_strdup_printf (_ ("%s: %s have expired on %s"), item, there, by);
    case YZ_STOCK_DUE_RECALLED:
      /* Translators: an item, a number with its unit */
      return g_strdup_printf (_ ("%s: %s were recalled"), item, there);
    case YZ_STOCK_DUE_EXPIRING:
      /* Translators: an item, a number with its unit, a day */
      return g_strdup_printf (_ ("%s: %s expire after %s"), item, there, by);
    case YZ_STOCK_DUE_COUNT:
      /* Translators: the number of a stocktake, a day */
      return g_strdup_printf (_ ("Stocktake %s, by %s"), title_of (self->record), by);
    case YZ_STOCK_DUE_TRANSIT:
    default:
      /* Translators: the number of a transfer, a day */
      return g_strdup_printf (_ ("Transfer %s was expected on %s"), title_of (self->record), by);
    }
}

static char *
describe_giver (YzStockDueEntry *self)
{
  g_autofree char *there = format_quantity (self, self->due.there);
  g_autofree char *minimum = format_quantity (self, self->due.minimum);
  g_autofree char *given = format_quantity (self, self->given);
  g_autofree char *distance = self->metres >= 0 ? yz_distance_to_words (self->metres) : NULL;

  if (self->giver == NULL)
    /* Translators: two numbers with their units */
    return g_strdup_printf (_ ("%s left, the minimum is %s"), there, minimum);
  if (distance != NULL)
    /* Translators: a station, a number with its unit, a distance */
    return g_strdup_printf (_ ("%s can give %s, %s from here"), title_of (self->giver), given, distance);
  /* Translators: a station or warehouse, a number with its unit */
  return g_strdup_printf (_ ("%s can give %s"), title_of (self->giver), given);
}

static char *
describe_lot (YzStockDueEntry *self)
{
  const char *lot = title_of (self->record);
  guint days = self->today > self->due.by ? self->today - self->due.by : self->due.by - self->today;

  if (self->due.type == YZ_STOCK_DUE_EXPIRING)
    /* Translators: %s is the number of a lot */
    return g_strdup_printf (ngettext ("%u day left · lot %s", "%u days left · lot %s", days), days, lot);
  if (self->due.type == YZ_STOCK_DUE_EXPIRED)
    /* Translators: %s is the number of a lot */
    return g_strdup_printf (ngettext ("%u day over · lot %s", "%u days over · lot %s", days), days, lot);
  return g_strdup_printf (_ ("lot %s"), lot);
}

static char *
describe_transfer (YzStore *store, YzRecord *transfer)
{
  g_autofree char *source = NULL, *target = NULL;

  if (transfer == NULL)
    return NULL;
  source = yz_value_to_words (store, yz_kind_find_field (&yz_transfer_kind, "source"),
                              yz_record_get (transfer, "source"), FALSE);
  target = yz_value_to_words (store, yz_kind_find_field (&yz_transfer_kind, "target"),
                              yz_record_get (transfer, "target"), FALSE);
  return g_strdup_printf ("%s → %s", source, target);
}

static char *
make_detail (YzStockDueEntry *self, YzStore *store)
{
  switch (self->due.type)
    {
    case YZ_STOCK_DUE_OUT:
    case YZ_STOCK_DUE_LOW:
      return describe_giver (self);
    case YZ_STOCK_DUE_COUNT:
      return self->record != NULL ? g_strdup (yz_record_get_text (self->record, "scope")) : NULL;
    case YZ_STOCK_DUE_TRANSIT:
      return describe_transfer (store, self->record);
    case YZ_STOCK_DUE_EXPIRED:
    case YZ_STOCK_DUE_RECALLED:
    case YZ_STOCK_DUE_EXPIRING:
    default:
      return describe_lot (self);
    }
}

static YzStockDueVerb
find_verb (YzStockDueEntry *self)
{
  switch (self->due.type)
    {
    case YZ_STOCK_DUE_OUT:
    case YZ_STOCK_DUE_LOW:
      return self->giver != NULL ? YZ_STOCK_DUE_TRANSFER : YZ_STOCK_DUE_REPLENISH;
    case YZ_STOCK_DUE_COUNT:
      return YZ_STOCK_DUE_BEGIN;
    case YZ_STOCK_DUE_TRANSIT:
      return YZ_STOCK_DUE_RECEIVE;
    case YZ_STOCK_DUE_EXPIRED:
    case YZ_STOCK_DUE_RECALLED:
    case YZ_STOCK_DUE_EXPIRING:
    default:
      return YZ_STOCK_DUE_HANDLE;
    }
}

static const YzKind *
get_record_kind (YzStockDueType type)
{
  if (type == YZ_STOCK_DUE_COUNT)
    return &yz_stocktake_kind;
  return type == YZ_STOCK_DUE_TRANSIT ? &yz_transfer_kind : &yz_lot_kind;
}

/* (nullable): a place that was thrown away meanwhile has no name any more; the list is read anew soon */
static YzRecord *
load (YzStore *store, const YzKind *kind, gint64 row)
{
  return row != 0 ? yz_store_load_row (store, kind, row, NULL) : NULL;
}

static YzRecord *
load_holder (YzStore *store, gint64 holder)
{
  return holder > 0 ? load (store, &yz_station_kind, holder) : load (store, &yz_place_kind, -holder);
}

YzStockDueEntry *
yz_stock_due_entry_new (YzStore *store, YzStockDues *dues, const YzStockDue *due)
{
  YzStockDueEntry *self = g_object_new (YZ_TYPE_STOCK_DUE_ENTRY, NULL);
  gint64 giver;

  self->due = *due;
  self->today = dues->today;
  self->holder = load_holder (store, due->holder);
  self->item = load (store, &yz_item_kind, due->item);
  self->record = load (store, get_record_kind (due->type), due->record);
  if (due->lacking > 0 && yz_stock_dues_find_spare (dues, due, &giver, &self->given, &self->metres))
    self->giver = load_holder (store, giver);
  self->verb = find_verb (self);
  self->title = make_title (self);
  self->detail = make_detail (self, store);
  return self;
}

const YzStockDue *
yz_stock_due_entry_get_due (YzStockDueEntry *self)
{
  g_return_val_if_fail (YZ_IS_STOCK_DUE_ENTRY (self), NULL);
  return &self->due;
}

YzStockDueVerb
yz_stock_due_entry_get_verb (YzStockDueEntry *self)
{
  g_return_val_if_fail (YZ_IS_STOCK_DUE_ENTRY (self), YZ_STOCK_DUE_HANDLE);
  return self->verb;
}

const char *
yz_stock_due_entry_get_title (YzStockDueEntry *self)
{
  g_return_val_if_fail (YZ_IS_STOCK_DUE_ENTRY (self), NULL);
  return self->title;
}

const char *
yz_stock_due_entry_get_detail (YzStockDueEntry *self)
{
  g_return_val_if_fail (YZ_IS_STOCK_DUE_ENTRY (self), NULL);
  return self->detail;
}

const char *
yz_stock_due_entry_get_where (YzStockDueEntry *self)
{
  g_return_val_if_fail (YZ_IS_STOCK_DUE_ENTRY (self), NULL);
  return title_of (self->holder);
}

YzRecord *
yz_stock_due_entry_get_item (YzStockDueEntry *self)
{
  g_return_val_if_fail (YZ_IS_STOCK_DUE_ENTRY (self), NULL);
  return self->item;
}

YzRecord *
yz_stock_due_entry_get_record (YzStockDueEntry *self)
{
  g_return_val_if_fail (YZ_IS_STOCK_DUE_ENTRY (self), NULL);
  return self->record;
}

YzRecord *
yz_stock_due_entry_get_holder (YzStockDueEntry *self)
{
  g_return_val_if_fail (YZ_IS_STOCK_DUE_ENTRY (self), NULL);
  return self->holder;
}

YzRecord *
yz_stock_due_entry_get_giver (YzStockDueEntry *self)
{
  g_return_val_if_fail (YZ_IS_STOCK_DUE_ENTRY (self), NULL);
  return self->giver;
}

gint64
yz_stock_due_entry_get_given (YzStockDueEntry *self)
{
  g_return_val_if_fail (YZ_IS_STOCK_DUE_ENTRY (self), 0);
  return self->given;
}
