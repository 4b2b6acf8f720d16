#include "config.h"

#include "yz-guide-choice.h"

#include "yz-model-error.h"
#include "yz-value-text.h"

#include <glib/gi18n-lib.h>

YzGuideChoice *
yz_guide_choice_new (void)
{
  return g_new0 (YzGuideChoice, 1);
}

YzGuideChoice *
yz_guide_choice_copy (const YzGuideChoice *self)
{
  YzGuideChoice *copy = g_memdup2 (self, sizeof *self);

  copy->where = g_strdup (self->where);
  copy->org = g_strdup (self->org);
  copy->district = g_strdup (self->district);
  copy->service = g_strdup (self->service);
  copy->ids = g_strdupv (self->ids);
  copy->area = g_strdup (self->area);
  copy->date = g_strdup (self->date);
  copy->use_until = g_strdup (self->use_until);
  copy->first = g_strdup (self->first);
  copy->last = g_strdup (self->last);
  copy->purpose = g_strdup (self->purpose);
  copy->document = g_strdup (self->document);
  copy->since = g_strdup (self->since);
  copy->edition_name = g_strdup (self->edition_name);
  return copy;
}

void
yz_guide_choice_free (YzGuideChoice *self)
{
  g_free (self->where);
  g_free (self->org);
  g_free (self->district);
  g_free (self->service);
  g_strfreev (self->ids);
  g_free (self->area);
  g_free (self->date);
  g_free (self->use_until);
  g_free (self->first);
  g_free (self->last);
  g_free (self->purpose);
  g_free (self->document);
  g_free (self->since);
  g_free (self->edition_name);
  g_free (self);
}

gboolean
yz_guide_choice_read_date (const char *text, GDate *date, GError **error)
{
  if (yz_value_read_date (text, date))
    return TRUE;
  g_set_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_INVALID, _ ("“%s” is not a date such as 2026-01-31"), text);
  return FALSE;
}
