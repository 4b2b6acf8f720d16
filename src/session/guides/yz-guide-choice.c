#include "config.h"

#include "yz-guide-choice.h"

#include "yz-model-error.h"
#include "yz-value-text.h"

#include <glib/gi18n-lib.h>

/* Everything in a choice that is a text. */
static const gsize texts[] = {
  G_STRUCT_OFFSET (YzGuideChoice, where),        G_STRUCT_OFFSET (YzGuideChoice, org),
  G_STRUCT_OFFSET (YzGuideChoice, district),     G_STRUCT_OFFSET (YzGuideChoice, service),
  G_STRUCT_OFFSET (YzGuideChoice, area),         G_STRUCT_OFFSET (YzGuideChoice, date),
  G_STRUCT_OFFSET (YzGuideChoice, use_until),    G_STRUCT_OFFSET (YzGuideChoice, first),
  G_STRUCT_OFFSET (YzGuideChoice, last),         G_STRUCT_OFFSET (YzGuideChoice, purpose),
  G_STRUCT_OFFSET (YzGuideChoice, document),     G_STRUCT_OFFSET (YzGuideChoice, since),
  G_STRUCT_OFFSET (YzGuideChoice, edition_name), G_STRUCT_OFFSET (YzGuideChoice, audience),
  G_STRUCT_OFFSET (YzGuideChoice, goods),        G_STRUCT_OFFSET (YzGuideChoice, subject)
};

static char **
find_text (YzGuideChoice *self, guint i)
{
  return &G_STRUCT_MEMBER (char *, self, texts[i]);
}

YzGuideChoice *
yz_guide_choice_new (void)
{
  return g_new0 (YzGuideChoice, 1);
}

YzGuideChoice *
yz_guide_choice_copy (const YzGuideChoice *self)
{
  YzGuideChoice *copy = g_memdup2 (self, sizeof *self);

  copy->ids = g_strdupv (self->ids);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    *find_text (copy, i) = g_strdup (*find_text (copy, i));
  return copy;
}

void
yz_guide_choice_free (YzGuideChoice *self)
{
  g_strfreev (self->ids);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (*find_text (self, i));
  g_free (self);
}

static gboolean
are_same_ids (GStrv ids, GStrv others)
{
  if (ids == NULL || others == NULL)
    return ids == others;
  return g_strv_equal ((const char *const *) ids, (const char *const *) others);
}

gboolean
yz_guide_choice_is_of_same_content (const YzGuideChoice *self, const YzGuideChoice *other)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] != G_STRUCT_OFFSET (YzGuideChoice, purpose) &&
        g_strcmp0 (*find_text ((YzGuideChoice *) self, i), *find_text ((YzGuideChoice *) other, i)) != 0)
      return FALSE;
  return are_same_ids (self->ids, other->ids) && self->language == other->language &&
         self->open_at_night == other->open_at_night && self->with_planned == other->with_planned &&
         self->with_contacts == other->with_contacts && self->with_mobiles == other->with_mobiles &&
         self->with_photos == other->with_photos && self->with_files == other->with_files &&
         self->with_days == other->with_days && self->days_ahead == other->days_ahead &&
         self->compare == other->compare;
}

gboolean
yz_guide_choice_read_date (const char *text, GDate *date, GError **error)
{
  if (yz_value_read_date (text, date))
    return TRUE;
  g_set_error (error, YZ_MODEL_ERROR, YZ_MODEL_ERROR_INVALID, _ ("“%s” is not a date such as 2026-01-31"), text);
  return FALSE;
}

gboolean
yz_guide_choice_is_for (const YzGuideChoice *self, const char *const *audiences)
{
  g_autofree char *wanted = self->audience != NULL ? g_utf8_casefold (self->audience, -1) : NULL;

  if (wanted == NULL || audiences == NULL || audiences[0] == NULL)
    return TRUE;
  for (guint i = 0; audiences[i] != NULL; i++)
    {
      g_autofree char *audience = g_utf8_casefold (audiences[i], -1);

      if (strstr (wanted, audience) != NULL)
        return TRUE;
    }
  return FALSE;
}
