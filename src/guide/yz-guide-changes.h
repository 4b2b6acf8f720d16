/* What is other than in the edition before: for the change sheet, and for the marks in the margin. */
#pragma once

#include "yz-guide-content.h"

G_BEGIN_DECLS

/**
 * YzGuideChangeGroup:
 *
 * What a change is about, the weightiest first. A station with several changes is in the first group that fits.
 */
typedef enum
{
  YZ_GUIDE_CHANGE_NEW,
  YZ_GUIDE_CHANGE_WITHDRAWN,
  YZ_GUIDE_CHANGE_PAUSED,
  YZ_GUIDE_CHANGE_REOPENED,
  YZ_GUIDE_CHANGE_HOURS,
  YZ_GUIDE_CHANGE_ACCESS,
  YZ_GUIDE_CHANGE_DETAILS, /* services, telephone, address, name */
  YZ_GUIDE_N_CHANGE_GROUPS,
} YzGuideChangeGroup;

/**
 * YzGuideChangeLine:
 * @was: (nullable): what the edition before says, in the language of the page
 * @is: what holds now
 * @since: (nullable): civil date
 */
typedef struct
{
  char *was;
  char *is;
  char *since;
} YzGuideChangeLine;

/**
 * YzGuideChange:
 * @before: (nullable): the station then, %NULL for a new one
 * @now: (nullable): the station now, %NULL for one that was withdrawn
 * @lines: (element-type YzGuideChangeLine): at least one
 *
 * All that is other about a station. The stations belong to the content.
 */
typedef struct
{
  YzGuideChangeGroup group;
  const YzGuideStation *before;
  const YzGuideStation *now;
  GPtrArray *lines;
} YzGuideChange;

/**
 * YzGuideChanges:
 * @all: (element-type YzGuideChange): by group, then by number
 * @same: (element-type YzGuideStation): what did not change, by number
 * @n_before: stations then
 * @n_now: stations now
 * @n_in: (array fixed-size=YZ_GUIDE_N_CHANGE_GROUPS): changes in each group
 * @n_changed: those that are neither new nor withdrawn
 *
 * n_before − withdrawn + new = n_now = n_changed + same + new.
 */
typedef struct
{
  GPtrArray *all;
  GPtrArray *same;
  guint n_before;
  guint n_now;
  guint n_in[YZ_GUIDE_N_CHANGE_GROUPS];
  guint n_changed;
} YzGuideChanges;

/**
 * yz_guide_changes_new:
 * @content: with the stations of the edition before
 *
 * Returns: (transfer full): what changed since
 */
YzGuideChanges *yz_guide_changes_new (const YzGuideContent *content);
void            yz_guide_changes_free (YzGuideChanges *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzGuideChanges, yz_guide_changes_free)

/**
 * yz_guide_content_mark_changes:
 *
 * Sets which stations have changed since the edition before; none without one.
 */
void yz_guide_content_mark_changes (YzGuideContent *content);

G_END_DECLS
