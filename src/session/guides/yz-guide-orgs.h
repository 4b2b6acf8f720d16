/* The organisations of a workspace: what belongs to one, and what it is called on a page. */
#pragma once

#include "yz-store.h"

G_BEGIN_DECLS

typedef struct _YzGuideOrgs YzGuideOrgs;

YzGuideOrgs *yz_guide_orgs_load (YzStore *store, GCancellable *cancellable, GError **error);
void         yz_guide_orgs_free (YzGuideOrgs *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YzGuideOrgs, yz_guide_orgs_free)

/**
 * yz_guide_orgs_has:
 * @org: (nullable): id
 * @above: id
 *
 * Returns: whether @org is @above or anywhere below it
 */
gboolean yz_guide_orgs_has (YzGuideOrgs *self, const char *org, const char *above);

/**
 * yz_guide_orgs_get_top:
 *
 * Returns: (transfer none) (nullable): the id of the one that all others are below, %NULL if there is no such one
 */
const char *yz_guide_orgs_get_top (YzGuideOrgs *self);

/**
 * yz_guide_orgs_get_name:
 * @org: (nullable): id
 *
 * Returns: (transfer none) (nullable): the full name
 */
const char *yz_guide_orgs_get_name (YzGuideOrgs *self, const char *org);

/**
 * yz_guide_orgs_dup_area:
 * @org: (nullable): id
 *
 * Returns: (transfer full) (nullable): the area that it is the union of: "晴川市" of "晴川市总工会"
 */
char *yz_guide_orgs_dup_area (YzGuideOrgs *self, const char *org);

G_END_DECLS
