#include "config.h"

#include "yz-cli-guide-subject.h"

#include "yz-guide-subjects.h"

#include <glib/gi18n-lib.h>

#define OF(subject) (1 << YZ_DOCUMENT_OF_##subject)

/* clang-format off */
static const struct
{
  const char *name;
  gsize offset;
  guint subjects;
} options[] = {
  { "--stocktake", G_STRUCT_OFFSET (YzCliGuideSubject, stocktake), OF (STOCKTAKE) },
  { "--transfer", G_STRUCT_OFFSET (YzCliGuideSubject, transfer), OF (TRANSFER) | OF (PICKING) },
  { "--take-from", G_STRUCT_OFFSET (YzCliGuideSubject, take_from), OF (PICKING) },
  { "--document", G_STRUCT_OFFSET (YzCliGuideSubject, document), OF (WRITE_OFF) },
  { "--cabinet", G_STRUCT_OFFSET (YzCliGuideSubject, cabinet), OF (CABINETS) },
  { "--station", G_STRUCT_OFFSET (YzCliGuideSubject, station), OF (STATIONS) | OF (WRITE_OFF) },
};
/* clang-format on */

static char *
get (const YzCliGuideSubject *self, guint i)
{
  return G_STRUCT_MEMBER (char *, self, options[i].offset);
}

void
yz_cli_guide_subject_clear (YzCliGuideSubject *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    g_free (get (self, i));
}

gboolean
yz_cli_guide_subject_check (const YzCliGuideSubject *self, const YzDocumentKind *kind)
{
  const guint needed = OF (STOCKTAKE) | OF (TRANSFER) | OF (PICKING), subject = 1 << kind->subject;
  const char *wanted = NULL;
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      gboolean fits = (options[i].subjects & subject) != 0;

      if (get (self, i) != NULL && !fits)
        {
          yz_cli_usage (_ ("%s is not for “%s”"), options[i].name, kind->nick);
          return FALSE;
        }
      n += get (self, i) != NULL;
      if (fits && wanted == NULL)
        wanted = options[i].name;
    }
  if (n == 1 || (n == 0 && (needed & subject) == 0))
    return TRUE;
  yz_cli_usage (_ ("“%s” is about one thing: name it with %s"), kind->nick, wanted);
  return FALSE;
}

gboolean
yz_cli_guide_subject_find (const YzCliGuideSubject *self, YzStore *store, YzGuideRequest *request, GError **error)
{
  const YzDocumentKind *kind = request->kind;

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      const char *text = get (self, i);
      g_autofree char *found = NULL;

      if (text == NULL)
        continue;
      found = yz_guide_subject_find (store, kind, text, error);
      if (found == NULL)
        return FALSE;
      if (kind->subject == YZ_DOCUMENT_OF_STATIONS)
        request->choice->ids = g_strsplit (found, ",", 1);
      else
        request->choice->subject = g_steal_pointer (&found);
      return TRUE;
    }
  return TRUE;
}
