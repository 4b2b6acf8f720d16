/* What is wished of a document, and what of it is kept for the next time. For yz-guides.c. */
#pragma once

#include "yz-guide-request.h"

G_BEGIN_DECLS

/* In the order of the properties of YzGuides, see yz_guides_new(). */
typedef enum
{
  YZ_GUIDE_WISH_DOCUMENT,
  YZ_GUIDE_WISH_AREA,
  YZ_GUIDE_WISH_SERVICE,
  YZ_GUIDE_WISH_NIGHT,
  YZ_GUIDE_WISH_AUDIENCE,
  YZ_GUIDE_WISH_DATE,
  YZ_GUIDE_WISH_USE_UNTIL,
  YZ_GUIDE_WISH_FIRST,
  YZ_GUIDE_WISH_LAST,
  YZ_GUIDE_WISH_HOLIDAY,
  YZ_GUIDE_WISH_LANGUAGE,
  YZ_GUIDE_WISH_PAPER,
  YZ_GUIDE_WISH_LARGE,
  YZ_GUIDE_WISH_GREY,
  YZ_GUIDE_WISH_SHEETS,
  YZ_GUIDE_WISH_MOBILES,
  YZ_GUIDE_WISH_PURPOSE,
  YZ_GUIDE_WISH_EDITION,
  YZ_GUIDE_WISH_SINCE,
  YZ_GUIDE_WISH_TEXT,
  YZ_GUIDE_WISH_RECIPIENT,
  YZ_GUIDE_WISH_DEADLINE,
  YZ_GUIDE_WISH_AMOUNT,
  YZ_GUIDE_WISH_START,
  YZ_GUIDE_WISH_SUBJECT,
  YZ_GUIDE_N_WISHES,
} YzGuideWish;

const char *yz_guide_wish_get_name (YzGuideWish wish);

/**
 * yz_guide_wish_is_switch:
 *
 * Returns: whether it is a boolean; otherwise it is a text
 */
gboolean yz_guide_wish_is_switch (YzGuideWish wish);

typedef struct _YzGuideWishes YzGuideWishes;

/**
 * yz_guide_wishes_new:
 *
 * Returns: (transfer full): the first document, of every station, with nothing kept
 */
YzGuideWishes *yz_guide_wishes_new (void);
void           yz_guide_wishes_free (YzGuideWishes *self);

/**
 * yz_guide_wishes_set_workspace:
 * @path: (nullable): of the file
 *
 * Takes up what was kept for the workspace.
 */
void yz_guide_wishes_set_workspace (YzGuideWishes *self, const char *path);

/**
 * yz_guide_wishes_set:
 * @value: (transfer none): a floating one is taken
 *
 * Another document brings along what was kept for it, and a letter what it was told; only an area that is a selection
 * stays.
 *
 * Returns: whether anything has changed
 */
gboolean yz_guide_wishes_set (YzGuideWishes *self, YzGuideWish wish, GVariant *value);

const char *yz_guide_wishes_get_text (const YzGuideWishes *self, YzGuideWish wish);
gboolean    yz_guide_wishes_get_switch (const YzGuideWishes *self, YzGuideWish wish);

/**
 * yz_guide_wishes_get_kind:
 *
 * Returns: (transfer none): the document
 */
const YzDocumentKind *yz_guide_wishes_get_kind (const YzGuideWishes *self);

/**
 * yz_guide_wishes_make_request:
 *
 * Returns: (transfer full): all of it; which rows the areas "filter" and "selection" are the caller knows
 */
YzGuideRequest *yz_guide_wishes_make_request (const YzGuideWishes *self);

G_END_DECLS
