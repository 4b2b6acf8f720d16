#include "config.h"

#include "yz-paper.h"

#include "yz-guide-error.h"

#include <glib/gi18n-lib.h>

/* Between the rule of a head or foot and the text. */
#define AIR 5.0

/* clang-format off */
static const YzPaper papers[] = {
  { "a4",           N_ ("A4"),                   210,   297,   12, 13, 11, 1.0,  YZ_IMPOSITION_NONE },
  { "a4-landscape", N_ ("A4, landscape"),        297,   210,   12, 13, 11, 1.0,  YZ_IMPOSITION_NONE },
  { "a3",           N_ ("A3"),                   297,   420,   15, 15, 13, 1.2,  YZ_IMPOSITION_NONE },
  { "a3-landscape", N_ ("A3, landscape"),        420,   297,   15, 15, 13, 1.2,  YZ_IMPOSITION_NONE },
  { "a5",           N_ ("A5"),                   148,   210,   10, 11,  9, 0.92, YZ_IMPOSITION_NONE },
  { "booklet",      N_ ("A5 booklet on A4"),     148.5, 210,   10, 11,  9, 0.92, YZ_IMPOSITION_BOOKLET },
  { "fold",         N_ ("A4, folded to a pocket"), 74.25, 210, 6.5, 6.5, 6.5, 1.0, YZ_IMPOSITION_Z_FOLD },
  { "strip",        N_ ("Strip of 80 mm"),       80,    0,      4,  9,  9, 0.92, YZ_IMPOSITION_NONE },
};
/* clang-format on */

const YzPaper *
yz_paper_get_all (guint *n_papers)
{
  *n_papers = G_N_ELEMENTS (papers);
  return papers;
}

const YzPaper *
yz_paper_find (const char *nick, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (g_str_equal (papers[i].nick, nick))
      return &papers[i];

  g_set_error (error, YZ_GUIDE_ERROR, YZ_GUIDE_ERROR_UNKNOWN,
               _ ("There is no paper “%s”; there are a4, a4-landscape, a3, a3-landscape, a5, booklet, fold and strip"),
               nick);
  return NULL;
}

YzRect
yz_paper_get_area (const YzPaper *self, guint panels, gboolean framed)
{
  double air = framed ? AIR : 0;
  YzRect area = { .x = self->margin, .y = self->head + air, .width = self->width * panels - 2 * self->margin };

  area.height = self->height > 0 ? self->height - self->head - self->foot - 2 * air : G_MAXDOUBLE;
  return area;
}
