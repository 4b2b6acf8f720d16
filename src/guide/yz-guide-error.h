/* What can go wrong with printed pages. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define YZ_GUIDE_ERROR (yz_guide_error_quark ())

/**
 * YzGuideError:
 * @YZ_GUIDE_ERROR_FONT: no font for Chinese is installed
 * @YZ_GUIDE_ERROR_GLYPH: a character that no font has would be missing on paper
 * @YZ_GUIDE_ERROR_EMPTY: there is nothing to print
 * @YZ_GUIDE_ERROR_UNKNOWN: no document, paper or language of that name
 * @YZ_GUIDE_ERROR_UNFIT: the document cannot stand on that paper
 * @YZ_GUIDE_ERROR_WRITE: the file could not be written
 */
typedef enum
{
  YZ_GUIDE_ERROR_FONT,
  YZ_GUIDE_ERROR_GLYPH,
  YZ_GUIDE_ERROR_EMPTY,
  YZ_GUIDE_ERROR_UNKNOWN,
  YZ_GUIDE_ERROR_UNFIT,
  YZ_GUIDE_ERROR_WRITE,
} YzGuideError;

GQuark yz_guide_error_quark (void);

G_END_DECLS
