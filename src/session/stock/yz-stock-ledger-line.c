/* A line of the ledger. */
#include "config.h"

#include "yz-stock-ledger-line-private.h"

#include <glib/gi18n-lib.h>

#include "yz-day-words.h"
#include "yz-stock-entries.h"
#include "yz-text.h"

struct _YzStockLedgerLine
{
  GObject parent_instance;

  YzRecord *movement;
  gint64 row;
  guint n_more;
  gboolean in_effect;
  char *day; /* nullable */
  char *time;
  char *when;
  char *sentence;
  char *balance;
  char *note; /* nullable */
};

typedef enum
{
  PROP_DAY = 1,
  PROP_TIME,
  PROP_WHEN,
  PROP_SENTENCE,
  PROP_BALANCE,
  PROP_NOTE,
  PROP_IN_EFFECT,
} YzStockLedgerLineProperty;

static GParamSpec *properties[PROP_IN_EFFECT + 1];

G_DEFINE_FINAL_TYPE (YzStockLedgerLine, yz_stock_ledger_line, G_TYPE_OBJECT)

static void
yz_stock_ledger_line_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  YzStockLedgerLine *self = YZ_STOCK_LEDGER_LINE (object);

  switch ((YzStockLedgerLineProperty) id)
    {
    case PROP_DAY:
      g_value_set_string (value, self->day);
      break;
    case PROP_TIME:
      g_value_set_string (value, self->time);
      break;
    case PROP_WHEN:
      g_value_set_string (value, self->when);
      break;
    case PROP_SENTENCE:
      g_value_set_string (value, self->sentence);
      break;
    case PROP_BALANCE:
      g_value_set_string (value, self->balance);
      break;
    case PROP_NOTE:
      g_value_set_string (value, self->note);
      break;
    case PROP_IN_EFFECT:
      g_value_set_boolean (value, self->in_effect);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
yz_stock_ledger_line_finalize (GObject *object)
{
  YzStockLedgerLine *self = YZ_STOCK_LEDGER_LINE (object);

  g_clear_object (&self->movement);
  g_free (self->day);
  g_free (self->time);
  g_free (self->when);
  g_free (self->sentence);
  g_free (self->balance);
  g_free (self->note);

  G_OBJECT_CLASS (yz_stock_ledger_line_parent_class)->finalize (object);
}

static void
yz_stock_ledger_line_class_init (YzStockLedgerLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = yz_stock_ledger_line_get_property;
  object_class->finalize = yz_stock_ledger_line_finalize;
  properties[PROP_DAY] = g_param_spec_string ("day", NULL, NULL, NULL, flags);
  properties[PROP_TIME] = g_param_spec_string ("time", NULL, NULL, NULL, flags);
  properties[PROP_WHEN] = g_param_spec_string ("when", NULL, NULL, NULL, flags);
  properties[PROP_SENTENCE] = g_param_spec_string ("sentence", NULL, NULL, NULL, flags);
  properties[PROP_BALANCE] = g_param_spec_string ("balance", NULL, NULL, NULL, flags);
  properties[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, NULL, flags);
  properties[PROP_IN_EFFECT] = g_param_spec_boolean ("in-effect", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
yz_stock_ledger_line_init (YzStockLedgerLine *self)
{
  self->in_effect = TRUE;
}

static guint32
get_day (YzRecord *movement)
{
  return yz_office_day (yz_record_get_integer (movement, "at"));
}

/* Translated names of the nearest days, else the date. */
static char *
name_day (guint32 day, guint32 today)
{
  if (day == today)
    return g_strdup (_ ("Today"));
  if (day + 1 == today)
    return g_strdup (_ ("Yesterday"));
  return yz_day_format_date (day, today);
}

static void
set_text (YzStockLedgerLine *self, char **field, char *taken, YzStockLedgerLineProperty property)
{
  g_autofree char *text = taken;

  if (yz_set_str (field, text))
    g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static char *
make_note (YzStockLedgerLine *self, const YzStockStanding *standing, guint32 today)
{
  g_autoptr (GDateTime) local = yz_office_time (standing->changed_at);
  g_autofree char *day = name_day (yz_office_day (standing->changed_at), today);
  g_autofree char *time = g_date_time_format (local, "%H:%M");

  if (standing->in_effect && self->n_more > 0)
    return g_strdup_printf (ngettext ("and %u more like it", "and %u more like it", self->n_more), self->n_more);
  if (standing->in_effect)
    return yz_record_get_boolean (self->movement, "forced") ? g_strdup (_ ("More than the books had")) : NULL;
  if (standing->changed_by == NULL)
    /* Translators: a day ("Today") and a time */
    return g_strdup_printf (_ ("Taken back %s %s"), day, time);
  /* Translators: a day ("Today"), a time and a name */
  return g_strdup_printf (_ ("Taken back %s %s by %s"), day, time, standing->changed_by);
}

static char *
make_balance (const YzStockStanding *standing)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, standing->balance);

  return standing->in_effect ? g_strdup_printf (C_ ("stock", "%s left"), number) : g_strdup ("");
}

YzStockLedgerLine *
yz_stock_ledger_line_new (YzRecord *movement, gint64 row)
{
  YzStockLedgerLine *self = g_object_new (YZ_TYPE_STOCK_LEDGER_LINE, NULL);

  self->movement = g_object_ref (movement);
  self->row = row;
  return self;
}

void
yz_stock_ledger_line_renew (YzStockLedgerLine *self, const YzStockLedgerFrame *view)
{
  gboolean everywhere = view->station == NULL && view->place == NULL;
  const char *place = everywhere ? yz_stock_sentences_find_place (self->movement) : view->place;
  g_autoptr (GDateTime) at = yz_office_time (yz_record_get_integer (self->movement, "at"));
  g_autofree char *day = name_day (get_day (self->movement), view->today);
  g_autofree char *time = g_date_time_format (at, "%H:%M");
  g_auto (YzStockStanding) standing = { 0 };

  if (!yz_stock_read_standing (view->store, self->row, view->station, place, &standing, NULL))
    return; /* a workspace that is being closed; the line stays as it was */
  if (self->in_effect != standing.in_effect)
    {
      self->in_effect = standing.in_effect;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IN_EFFECT]);
    }
  set_text (self, &self->when, g_strdup_printf ("%s %s", day, time), PROP_WHEN);
  set_text (self, &self->time, g_steal_pointer (&time), PROP_TIME);
  set_text (self, &self->sentence, yz_stock_sentences_make (view->sentences, self->movement, YZ_SENTENCE_MARKUP),
            PROP_SENTENCE);
  set_text (self, &self->balance, make_balance (&standing), PROP_BALANCE);
  set_text (self, &self->note, make_note (self, &standing, view->today), PROP_NOTE);
}

void
yz_stock_ledger_line_set_more (YzStockLedgerLine *self, guint n_more)
{
  self->n_more = n_more;
}

void
yz_stock_ledger_line_set_above (YzStockLedgerLine *self, YzRecord *above, guint32 today)
{
  guint32 day = get_day (self->movement);
  gboolean begins = above == NULL || get_day (above) != day;

  set_text (self, &self->day, begins ? name_day (day, today) : NULL, PROP_DAY);
}

YzRecord *
yz_stock_ledger_line_get_movement (YzStockLedgerLine *self)
{
  g_return_val_if_fail (YZ_IS_STOCK_LEDGER_LINE (self), NULL);
  return self->movement;
}

gint64
yz_stock_ledger_line_get_row (YzStockLedgerLine *self)
{
  return self->row;
}
