/*
 * The state, its undo, and what follows from it. How it begins is in yz-hours-edit-open.c, what is done to a grid in
 * yz-hours-edit-grid.c, and where whole hours come from in yz-hours-edit-sources.c.
 */
#include "config.h"

#include "yz-hours-edit-private.h"

#include "yz-hours-names.h"
#include "yz-kinds.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (YzHoursEdit, yz_hours_edit, G_TYPE_OBJECT)

typedef enum
{
  PROP_TITLE = 1,
  PROP_SUBTITLE,
  PROP_VALUE,
  PROP_CHINESE,
  PROP_ENGLISH,
  PROP_WHY_NOT,
  PROP_WORKDAY,
  PROP_SEASON,
  PROP_BRUSH,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_CAN_SAVE,
  PROP_DIRTY,
  PROP_N_CHANGES,
  PROP_N_STATIONS,
} YzHoursEditProperty;

static GParamSpec *properties[PROP_N_STATIONS + 1];
static guint changed_signal;

/* --- states --- */

static YzHoursEditState *
state_new (YzHoursGrid *grid, const char *text, const char *workday)
{
  YzHoursEditState *state = g_new0 (YzHoursEditState, 1);

  state->grid = grid;
  state->text = g_strdup (text);
  state->workday = g_strdup (workday);
  return state;
}

static void
state_free (gpointer data)
{
  YzHoursEditState *state = data;

  if (state == NULL)
    return;
  yz_hours_grid_free (state->grid);
  g_free (state->text);
  g_free (state->workday);
  g_free (state);
}

static YzHoursGrid *
make_grid (const char *text)
{
  g_autoptr (YzHours) hours = *text != '\0' ? yz_hours_parse (text, NULL, NULL) : NULL;

  if (*text == '\0')
    return yz_hours_grid_new ();
  return hours != NULL ? yz_hours_grid_new_for_hours (hours) : NULL;
}

/* --- what follows from the state --- */

static void
set_draft_text (YzHoursEdit *self, const char *field, const char *text)
{
  g_autofree char *now = yz_draft_dup_text (self->draft, field);

  if (g_strcmp0 (now != NULL ? now : "", text) != 0)
    yz_draft_set_text (self->draft, field, text);
}

static void
update_draft (YzHoursEdit *self)
{
  const char *workday = self->state->workday;

  set_draft_text (self, "hours", self->state->text);
  yz_draft_set_value (self->draft, "workday_hours", *workday != '\0' ? g_variant_new_string (workday) : NULL);
}

static void
notify_all (YzHoursEdit *self)
{
  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = PROP_TITLE; i < G_N_ELEMENTS (properties); i++)
    if (i != PROP_BRUSH)
      g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
  g_object_thaw_notify (G_OBJECT (self));
  g_signal_emit (self, changed_signal, 0);
}

static void
update (YzHoursEdit *self)
{
  const YzHoursEditState *state = self->state;

  g_clear_pointer (&self->hours, yz_hours_unref);
  if (*state->text != '\0')
    self->hours = yz_hours_parse (state->text, NULL, NULL);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  self->findings = yz_hours_findings_new (state->grid, state->text);
  if (state->grid == NULL || self->season >= state->grid->seasons->len)
    self->season = 0;
  update_draft (self);
  notify_all (self);
}

/* --- undo --- */

static void
push (YzHoursEdit *self, YzHoursEditState *state, gint64 step)
{
  if (step != 0 && step == self->step)
    state_free (self->state);
  else
    g_queue_push_head (&self->undo, self->state);
  g_queue_clear_full (&self->redo, state_free);
  self->state = state;
  self->step = step;
  update (self);
}

static void
move (YzHoursEdit *self, GQueue *from, GQueue *to)
{
  if (g_queue_is_empty (from))
    return;
  g_queue_push_head (to, self->state);
  self->state = g_queue_pop_head (from);
  self->step = 0;
  update (self);
}

void
yz_hours_edit_undo (YzHoursEdit *self)
{
  g_return_if_fail (YZ_IS_HOURS_EDIT (self));
  move (self, &self->undo, &self->redo);
}

void
yz_hours_edit_redo (YzHoursEdit *self)
{
  g_return_if_fail (YZ_IS_HOURS_EDIT (self));
  move (self, &self->redo, &self->undo);
}

YzHoursGrid *
yz_hours_edit_begin (YzHoursEdit *self)
{
  return self->state->grid != NULL ? yz_hours_grid_copy (self->state->grid) : yz_hours_grid_new ();
}

void
yz_hours_edit_commit (YzHoursEdit *self, YzHoursGrid *grid, gint64 step)
{
  g_autofree char *text = yz_hours_grid_to_string (grid);

  /* an unknown value whose grid nobody has given hours yet stays unknown */
  if (*self->state->text == '\0' && g_str_equal (text, "off") && grid->seasons->len > 1)
    g_clear_pointer (&text, g_free);
  push (self, state_new (grid, text != NULL ? text : "", self->state->workday), step);
}

void
yz_hours_edit_replace (YzHoursEdit *self, const char *text, const char *workday, gint64 step)
{
  push (self, state_new (make_grid (text), text, workday), step);
}

/* --- the object --- */

/* The hours without the exceptions, which are read from their list. Returns: (transfer full) (nullable) */
static YzHours *
make_regular_hours (YzHoursEdit *self)
{
  g_autoptr (YzHoursGrid) regular = NULL;
  g_autofree char *text = NULL;

  if (self->hours == NULL || self->state->grid == NULL || self->state->grid->exceptions->len == 0)
    return self->hours != NULL ? yz_hours_ref (self->hours) : NULL;
  regular = yz_hours_grid_copy (self->state->grid);
  g_ptr_array_set_size (regular->exceptions, 0);
  text = yz_hours_grid_to_string (regular);
  return yz_hours_parse (text, NULL, NULL);
}

static char *
dup_description (YzHoursEdit *self, YzHoursLanguage language)
{
  static const char *const chinese[] = { "", "周一", "周二", "周三", "周四", "周五", "周六", "周日" };
  static const char *const english[] = { "", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };
  GDateWeekday weekday = yz_workday_hours_to_weekday (self->state->workday);
  g_autoptr (YzHours) regular = make_regular_hours (self);
  g_autofree char *sentence = regular != NULL ? yz_hours_describe (regular, language) : g_strdup ("");

  if (regular == NULL || weekday == G_DATE_BAD_WEEKDAY)
    return g_steal_pointer (&sentence);
  return language == YZ_HOURS_CHINESE ? g_strdup_printf ("%s；调休上班日同%s", sentence, chinese[weekday])
                                      : g_strdup_printf ("%s; shifted workdays as %s", sentence, english[weekday]);
}

static const char *
get_why_not (YzHoursEdit *self)
{
  if (self->state->grid != NULL)
    return NULL;
  return self->hours != NULL ? yz_hours_grid_why_not (self->hours)
                             : _ ("The text is not understood, so no week can be drawn. It is kept as it is.");
}

static gboolean
can_save (YzHoursEdit *self)
{
  return yz_draft_is_dirty (self->draft) && !yz_hours_findings_forbid (self->findings);
}

static gboolean
get_flag (YzHoursEdit *self, YzHoursEditProperty property)
{
  if (property == PROP_CAN_UNDO)
    return !g_queue_is_empty (&self->undo);
  if (property == PROP_CAN_REDO)
    return !g_queue_is_empty (&self->redo);
  return property == PROP_CAN_SAVE ? can_save (self) : yz_draft_is_dirty (self->draft);
}

static void
yz_hours_edit_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  YzHoursEdit *self = YZ_HOURS_EDIT (object);

  switch ((YzHoursEditProperty) prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, self->subtitle);
      break;
    case PROP_VALUE:
      g_value_set_string (value, self->state->text);
      break;
    case PROP_CHINESE:
      g_value_take_string (value, dup_description (self, YZ_HOURS_CHINESE));
      break;
    case PROP_ENGLISH:
      g_value_take_string (value, dup_description (self, YZ_HOURS_ENGLISH));
      break;
    case PROP_WHY_NOT:
      g_value_set_string (value, get_why_not (self));
      break;
    case PROP_WORKDAY:
      g_value_set_string (value, self->state->workday);
      break;
    case PROP_SEASON:
      g_value_set_uint (value, self->season);
      break;
    case PROP_BRUSH:
      g_value_set_int (value, self->brush);
      break;
    case PROP_CAN_UNDO:
    case PROP_CAN_REDO:
    case PROP_CAN_SAVE:
    case PROP_DIRTY:
      g_value_set_boolean (value, get_flag (self, prop_id));
      break;
    case PROP_N_CHANGES:
      g_value_set_uint (value, g_queue_get_length (&self->undo));
      break;
    case PROP_N_STATIONS:
      g_value_set_uint (value, g_strv_length (self->ids));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_season (YzHoursEdit *self, guint season)
{
  if (season == self->season || self->state->grid == NULL || season >= self->state->grid->seasons->len)
    return;
  self->season = season;
  self->step = 0;
  notify_all (self);
}

static void
yz_hours_edit_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  YzHoursEdit *self = YZ_HOURS_EDIT (object);

  if (prop_id == PROP_SEASON)
    {
      set_season (self, g_value_get_uint (value));
    }
  else if (prop_id == PROP_BRUSH && (int) self->brush != g_value_get_int (value))
    {
      self->brush = g_value_get_int (value);
      g_object_notify_by_pspec (object, pspec);
    }
}

static void
yz_hours_edit_finalize (GObject *object)
{
  YzHoursEdit *self = YZ_HOURS_EDIT (object);

  g_queue_clear_full (&self->undo, state_free);
  g_queue_clear_full (&self->redo, state_free);
  g_clear_pointer (&self->state, state_free);
  g_clear_pointer (&self->hours, yz_hours_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->holidays, yz_holidays_unref);
  g_clear_pointer (&self->ids, g_strfreev);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->subtitle, g_free);
  g_clear_pointer (&self->recognised, g_free);
  g_clear_object (&self->draft);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (yz_hours_edit_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  static const struct
  {
    YzHoursEditProperty id;
    const char *name;
  } texts[] = { { PROP_TITLE, "title" },     { PROP_SUBTITLE, "subtitle" }, { PROP_VALUE, "value" },
                { PROP_CHINESE, "chinese" }, { PROP_ENGLISH, "english" },   { PROP_WHY_NOT, "why-not" },
                { PROP_WORKDAY, "workday" } },
    flags[] = { { PROP_CAN_UNDO, "can-undo" },
                { PROP_CAN_REDO, "can-redo" },
                { PROP_CAN_SAVE, "can-save" },
                { PROP_DIRTY, "dirty" } };
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    properties[texts[i].id] = g_param_spec_string (texts[i].name, NULL, NULL, NULL, readable);
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    properties[flags[i].id] = g_param_spec_boolean (flags[i].name, NULL, NULL, FALSE, readable);
  properties[PROP_SEASON] = g_param_spec_uint ("season", NULL, NULL, 0, G_MAXUINT, 0, readable | G_PARAM_WRITABLE);
  properties[PROP_BRUSH] =
    g_param_spec_int ("brush", NULL, NULL, 0, YZ_HOURS_N_BRUSHES - 1, 0, readable | G_PARAM_WRITABLE);
  properties[PROP_N_CHANGES] = g_param_spec_uint ("n-changes", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_N_STATIONS] = g_param_spec_uint ("n-stations", NULL, NULL, 0, G_MAXUINT, 0, readable);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
yz_hours_edit_class_init (YzHoursEditClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = yz_hours_edit_get_property;
  object_class->set_property = yz_hours_edit_set_property;
  object_class->finalize = yz_hours_edit_finalize;
  install_properties (object_class);
  changed_signal = g_signal_new ("changed", YZ_TYPE_HOURS_EDIT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
yz_hours_edit_init (YzHoursEdit *self)
{
  g_queue_init (&self->undo);
  g_queue_init (&self->redo);
}

YzHoursEdit *
yz_hours_edit_new_for_draft (YzSession *session, YzHolidays *holidays, YzDraft *draft, const char *const *ids,
                             const char *title, const char *subtitle)
{
  YzHoursEdit *self = g_object_new (YZ_TYPE_HOURS_EDIT, NULL);
  g_autofree char *text = yz_draft_dup_text (draft, "hours");
  const char *workday = yz_record_get_text (yz_draft_get_record (draft), "workday_hours");

  self->session = g_object_ref (session);
  self->holidays = holidays != NULL ? yz_holidays_ref (holidays) : NULL;
  self->draft = draft;
  self->ids = g_strdupv ((char **) ids);
  self->title = g_strdup (title);
  self->subtitle = g_strdup (subtitle);
  if (text == NULL)
    text = g_strdup ("");
  self->state = state_new (make_grid (text), text, workday != NULL ? workday : "");
  update (self);
  return self;
}

YzDraft *
yz_hours_edit_get_draft (YzHoursEdit *self)
{
  g_return_val_if_fail (YZ_IS_HOURS_EDIT (self), NULL);
  return self->draft;
}

const char *const *
yz_hours_edit_get_ids (YzHoursEdit *self)
{
  g_return_val_if_fail (YZ_IS_HOURS_EDIT (self), NULL);
  return (const char *const *) self->ids;
}

guint
yz_hours_edit_get_n_stations (YzHoursEdit *self)
{
  g_return_val_if_fail (YZ_IS_HOURS_EDIT (self), 0);
  return g_strv_length (self->ids);
}

const char *
yz_hours_edit_get_value (YzHoursEdit *self)
{
  g_return_val_if_fail (YZ_IS_HOURS_EDIT (self), NULL);
  return self->state->text;
}

const YzHoursGrid *
yz_hours_edit_get_grid (YzHoursEdit *self)
{
  g_return_val_if_fail (YZ_IS_HOURS_EDIT (self), NULL);
  return self->state->grid;
}

GPtrArray *
yz_hours_edit_get_findings (YzHoursEdit *self)
{
  g_return_val_if_fail (YZ_IS_HOURS_EDIT (self), NULL);
  return self->findings;
}

YzHours *
yz_hours_edit_get_hours (YzHoursEdit *self)
{
  g_return_val_if_fail (YZ_IS_HOURS_EDIT (self), NULL);
  return self->hours;
}

const char *
yz_hours_edit_get_workday (YzHoursEdit *self)
{
  g_return_val_if_fail (YZ_IS_HOURS_EDIT (self), NULL);
  return self->state->workday;
}

void
yz_hours_edit_set_workday (YzHoursEdit *self, const char *workday)
{
  g_return_if_fail (YZ_IS_HOURS_EDIT (self));
  g_return_if_fail (workday != NULL);

  if (g_str_equal (workday, self->state->workday))
    return;
  push (self,
        state_new (self->state->grid != NULL ? yz_hours_grid_copy (self->state->grid) : NULL, self->state->text,
                   workday),
        0);
}

guint32
yz_hours_edit_get_today (YzHoursEdit *self)
{
  g_autoptr (GDateTime) local = NULL;

  g_return_val_if_fail (YZ_IS_HOURS_EDIT (self), 0);

  local = yz_clock_get_local (yz_session_get_clock (self->session));
  return yz_hours_instant_get_julian (yz_civil_instant (local));
}

GPtrArray *
yz_hours_edit_describe_days (YzHoursEdit *self, guint n_days)
{
  g_autoptr (YzStationHours) hours = NULL;

  g_return_val_if_fail (YZ_IS_HOURS_EDIT (self), NULL);

  if (self->hours != NULL)
    {
      YzStationHoursSource source = yz_station_hours_source (yz_draft_get_record (self->draft));

      hours = yz_station_hours_new_from (self->hours, &source, self->holidays);
    }
  return yz_hours_describe_days (hours, self->state->grid, yz_hours_edit_get_today (self), n_days);
}

void
yz_hours_edit_clear (YzHoursEdit *self)
{
  g_return_if_fail (YZ_IS_HOURS_EDIT (self));
  push (self, state_new (yz_hours_grid_new (), "", self->state->workday), 0);
}
