/* Where whole hours come from: what is typed, a template, another station, hours in Chinese. */
#include "config.h"

#include "yz-hours-edit-private.h"

#include <glib/gi18n-lib.h>

/* The step of typing: texts one after another are one change. */
#define TYPING (-1)

static void
take_text (YzHoursEdit *self, const char *text, gint64 step)
{
  g_autofree char *line = g_strstrip (g_strdelimit (g_strdup (text), "\n\t", ' '));

  if (!g_str_equal (line, self->state->text))
    yz_hours_edit_replace (self, line, self->state->workday, step);
}

void
yz_hours_edit_set_text (YzHoursEdit *self, const char *text)
{
  g_return_if_fail (YZ_IS_HOURS_EDIT (self));
  g_return_if_fail (text != NULL);

  take_text (self, text, TYPING);
}

/* --- templates --- */

static const char *const template_titles[] = {
  N_ ("Office: weekdays 9–12, 14–18"),         N_ ("24 hours"),       N_ ("24 h door, staffed 9–17"),
  N_ ("Bank: weekdays 9–17, weekend 9:30–16"), N_ ("Every day 8–20"),
};

static const char *const template_values[G_N_ELEMENTS (template_titles)] = {
  "Mo-Fr 09:00-12:00,14:00-18:00; PH off",
  "24/7",
  "Mo-Su 00:00-09:00,17:00-24:00 open \"自助\", Mo-Su 09:00-17:00",
  "Mo-Fr 09:00-17:00; Sa-Su 09:30-16:00; PH off",
  "Mo-Su 08:00-20:00",
};

const char *const *
yz_hours_edit_get_templates (guint *n_templates)
{
  *n_templates = G_N_ELEMENTS (template_titles);
  return template_titles;
}

void
yz_hours_edit_apply_template (YzHoursEdit *self, guint index)
{
  g_return_if_fail (YZ_IS_HOURS_EDIT (self));
  g_return_if_fail (index < G_N_ELEMENTS (template_values));

  take_text (self, template_values[index], 0);
}

void
yz_hours_edit_copy_from (YzHoursEdit *self, YzRecord *station)
{
  const char *text, *workday;

  g_return_if_fail (YZ_IS_HOURS_EDIT (self));
  g_return_if_fail (YZ_IS_RECORD (station));

  text = yz_record_get_text (station, "hours");
  workday = yz_record_get_text (station, "workday_hours");
  text = text != NULL ? text : "";
  yz_hours_edit_replace (self, text, workday != NULL ? workday : "", 0);
}

/* --- recognition --- */

gboolean
yz_hours_edit_recognise (YzHoursEdit *self, const char *text, GError **error)
{
  g_return_val_if_fail (YZ_IS_HOURS_EDIT (self), FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  g_free (self->recognised);
  self->recognised = yz_hours_from_chinese (text, error);
  g_signal_emit_by_name (self, "changed");
  return self->recognised != NULL;
}

const char *
yz_hours_edit_get_recognised (YzHoursEdit *self)
{
  g_return_val_if_fail (YZ_IS_HOURS_EDIT (self), NULL);
  return self->recognised;
}

void
yz_hours_edit_accept_recognised (YzHoursEdit *self)
{
  g_autofree char *value = NULL;

  g_return_if_fail (YZ_IS_HOURS_EDIT (self));

  value = g_steal_pointer (&self->recognised);
  if (value != NULL)
    take_text (self, value, 0);
}
