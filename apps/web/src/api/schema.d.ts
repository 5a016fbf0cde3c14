// Made from apps/api/openapi.json by `node infra/web-client.mjs`.
export interface paths {
    "/api/v1/enquiries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send an enquiry */
        post: operations["Enquiries.send"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enquiries/status/{secret}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where an enquiry stands */
        get: operations["Enquiries.status"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/collaborations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Cases the caller may see */
        get: operations["CaseList.list"];
        put?: never;
        /** Open a case */
        post: operations["Collaborations.open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/collaborations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One case */
        get: operations["Collaborations.one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/collaborations/{id}/commands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a command to a case */
        post: operations["Commands.give"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/collaborations/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The history of a case */
        get: operations["Events.events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/collaborations/{id}/deadlines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All deadlines of a case, open and ended */
        get: operations["Deadlines.all"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/collaborations/{id}/deadlines/{deadlineId}/why": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why a deadline falls on its date */
        get: operations["Deadlines.why"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/collaborations/{id}/forms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Forms of a case that the caller may send now */
        get: operations["Forms.forms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/handovers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Handovers the caller may see */
        get: operations["Handovers.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/collaborations/{id}/handovers/prefill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A draft of the next handover, filled in from the case */
        get: operations["CaseHandovers.prefill"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/collaborations/{id}/handovers/{handoverId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One handover */
        get: operations["CaseHandovers.one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/work": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My day */
        get: operations["Work.work"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The units that I lead */
        get: operations["Overview.overview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What changed in my cases */
        get: operations["Changes.changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Changes of cases as server-sent events */
        get: operations["Stream.open"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/collaborations/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The notes of a case */
        get: operations["Notes.list"];
        put?: never;
        /** Write a note on a case */
        post: operations["Notes.write"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/collaborations/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The messages between the municipality and the entrepreneur */
        get: operations["Messages.list"];
        put?: never;
        /** Write a message to the other side */
        post: operations["Messages.write"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/collaborations/{id}/messages/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark messages as read */
        post: operations["Messages.read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/collaborations/{id}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The documents of a case */
        get: operations["Documents.list"];
        put?: never;
        /** Add a document to a case */
        post: operations["Documents.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/collaborations/{id}/documents/{document}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One document with all its versions */
        get: operations["Documents.one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/collaborations/{id}/documents/{document}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a new version of a document */
        post: operations["Documents.addVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/collaborations/{id}/documents/{document}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw a document */
        post: operations["Documents.withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/collaborations/{id}/documents/{document}/share": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Share an internal document with the entrepreneur */
        post: operations["Documents.share"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to upload a file to a case */
        post: operations["Uploads.begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/uploads/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What has become of an upload */
        get: operations["Uploads.read"];
        put?: never;
        post?: never;
        /** Give up an upload */
        delete: operations["Uploads.remove"];
        options?: never;
        head?: never;
        /** Send a part of a file */
        patch: operations["Uploads.receive"];
        trace?: never;
    };
    "/api/v1/collaborations/{id}/documents/{document}/versions/{v}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The content of one version of a document */
        get: operations["Content.content"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/collaborations/{id}/dialogue-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every contact with a possible supplier, as PDF or CSV */
        get: operations["DialogueLog.log"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/collaborations/{id}/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The documents and messages of a case that can be named as proof */
        get: operations["Proof.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Search cases, notes, messages and documents */
        get: operations["Search.search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The outbox of cases the caller may see */
        get: operations["Letters.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/process": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process in force, and all versions */
        get: operations["Process.newest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/process/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One version of the process */
        get: operations["Process.version"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/areas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Service areas open for collaboration */
        get: operations["Areas.open"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Units of the municipality */
        get: operations["Units.list"];
        put?: never;
        /** Add a unit */
        post: operations["Units.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change or close a unit */
        patch: operations["Units.change"];
        trace?: never;
    };
    "/api/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People of the municipality and around it */
        get: operations["People.list"];
        put?: never;
        /** Enter a person */
        post: operations["People.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One person */
        get: operations["People.one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a person */
        patch: operations["People.change"];
        trace?: never;
    };
    "/api/v1/people/{id}/identity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether a person can sign in at their provider */
        get: operations["Identity.get"];
        /** Say who a person is at the provider by which they sign in */
        put: operations["Identity.put"];
        post?: never;
        /** Take away how a person signs in */
        delete: operations["Identity.delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End all sessions of a person */
        delete: operations["PersonSessions.end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A person's roles */
        get: operations["Roles.list"];
        put?: never;
        /** Give a person a role in a unit, for a time */
        post: operations["Roles.give"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/roles/{role}/{unit}/{from}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take back a role that has not been in force before today */
        delete: operations["Roles.takeBack"];
        options?: never;
        head?: never;
        /** Say when a role ends */
        patch: operations["Roles.end"];
        trace?: never;
    };
    "/api/v1/people/{id}/absences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When a person is away */
        get: operations["Absences.list"];
        put?: never;
        /** Say that a person is away */
        post: operations["Absences.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/absences/{from}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take back an absence that begins today or later */
        delete: operations["Absences.takeBack"];
        options?: never;
        head?: never;
        /** Change a person's absence */
        patch: operations["Absences.change"];
        trace?: never;
    };
    "/api/v1/me/absences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When I am away */
        get: operations["MyAbsences.list"];
        put?: never;
        /** Say that I am away */
        post: operations["MyAbsences.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/absences/{from}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take back my absence that begins today or later */
        delete: operations["MyAbsences.takeBack"];
        options?: never;
        head?: never;
        /** Change my absence */
        patch: operations["MyAbsences.change"];
        trace?: never;
    };
    "/api/v1/absences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is away now, and who will be */
        get: operations["AllAbsences.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take in units, people and roles from a sheet */
        post: operations["PeopleImport.take"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Look up organisations by number or name */
        get: operations["Organisations.find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{organisation}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Those who speak for an organisation */
        get: operations["Contacts.list"];
        put?: never;
        /** Add or replace one who speaks for an organisation */
        post: operations["Contacts.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{organisation}/contacts/{contact}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End at once that somebody speaks for an organisation */
        delete: operations["Contacts.end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{organisation}/contacts/{contact}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm that somebody speaks for the whole organisation */
        post: operations["Contacts.confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{organisation}/contacts/{contact}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a sign-in link to one who speaks for an organisation */
        post: operations["Contacts.sendLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is known of me, and for whom I speak */
        get: operations["Profile.show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in */
        get: operations["Session.me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign out */
        post: operations["Session.signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sign in at an issuer */
        get: operations["SignIn.begin"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where an issuer sends a person back to */
        get: operations["SignIn.end"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where I am signed in */
        get: operations["OwnSessions.list"];
        put?: never;
        post?: never;
        /** End all my other sessions */
        delete: operations["OwnSessions.endOthers"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of my sessions */
        delete: operations["OwnSessions.end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How I want my pages */
        get: operations["OwnSettings.read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change how I want my pages */
        patch: operations["OwnSettings.change"];
        trace?: never;
    };
    "/api/v1/sign-in-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for a sign-in link by e-mail */
        post: operations["SignInLinks.ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in-links/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The page of a sign-in link */
        get: operations["SignInLinks.show"];
        put?: never;
        /** Sign in with a link */
        post: operations["SignInLinks.use"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The audit log */
        get: operations["Audit.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The audit log as CSV */
        get: operations["Audit.export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/collaborations/{id}/sensitivity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Mark a case as sensitive, or no longer */
        put: operations["Sensitivity.set"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/personal-data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that is held of a person */
        get: operations["PersonalData.export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Erase a person; the facts of their cases stay */
        post: operations["Erasure.person"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/collaborations/{id}/contact-erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Erase the contact that a case's enquiry names */
        post: operations["Erasure.contact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/holdings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a person holds */
        get: operations["Departures.holdings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/departure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A person leaves: hand over and deactivate */
        post: operations["Departures.depart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/collaborations/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give many cases to one person */
        post: operations["Moves.move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar/holidays/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Public holidays of a year */
        get: operations["Calendar.holidays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar/add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The last day of a period, and the days not counted */
        get: operations["Calendar.add"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Domain time */
        get: operations["Clock.clock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process runs */
        get: operations["Health.live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything works together */
        get: operations["Health.ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Figures of the installation */
        get: operations["Operations.figures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/installation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whose installation this is */
        get: operations["Installation.show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document */
        get: operations["OpenApi.document"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demo/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in as a demo user */
        post: operations["DemoSignIn.signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demo/mailbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Letters caught by the demonstration, newest first */
        get: operations["Mailbox.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demo/mailbox/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One letter as it was received */
        get: operations["Mailbox.letter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        EnquiryInput: {
            organisation: components["schemas"]["OrganisationInput"];
            contact: components["schemas"]["ContactInput"];
            title: string;
            description: string;
            area?: string;
            /**
             * @default web
             * @enum {string}
             */
            channel: "web" | "phone" | "email" | "event" | "referral";
        };
        OrganisationInput: {
            name: string;
            /** @example 310400017 */
            number?: string;
        };
        ContactInput: {
            name: string;
            /**
             * Format: idn-email
             * @description Kept in its canonical form: lower case, the domain in ASCII (IDNA).
             */
            email: string;
            phone?: string;
        };
        EnquiryReceipt: {
            /** Format: uuid */
            id: string;
            number: string;
            /**
             * Format: date
             * @description Last day on which a named person will have made contact.
             */
            replyBy: string;
            contact: components["schemas"]["Reachable"];
            /** Format: uri */
            statusUrl: string;
        };
        Reachable: {
            name: string;
            phone: string | null;
            email: string | null;
        };
        Problem: {
            type: string;
            title: string;
            status: number;
            /** @enum {string} */
            code: "malformed" | "sensitive-number" | "signed-out" | "not-yours" | "not-receiver" | "same-person" | "forbidden" | "not-found" | "superseded" | "not-in-phase" | "gate-blocked" | "no-open-handover" | "handover-open" | "legal-item" | "already-closed" | "file-in-use" | "held" | "upload-offset" | "withdrawn" | "stale" | "upload-protocol" | "too-large" | "out-of-range" | "bad-fact" | "unknown-item" | "unknown-person" | "unknown-file" | "unknown-document" | "unknown-proof" | "in-the-past" | "in-the-future" | "file-empty" | "file-type" | "file-encoding" | "file-active" | "file-damaged" | "file-bomb" | "file-infected" | "key-reused" | "slow-down" | "outcome-unknown" | "unavailable" | "storage-full" | "method-not-allowed" | "unsupported-media-type" | "headers-too-large" | "too-slow" | "internal";
            detail: string;
            errors?: {
                pointer: string;
                detail: string;
            }[];
            unblock?: {
                command: string;
                fact?: string;
                item?: string;
                role: string;
                text: string;
            };
        } & {
            [key: string]: unknown;
        };
        EnquiryStatus: {
            number: string;
            title: string;
            phase: string;
            phaseLabel: string;
            /** @description The six phases: done, skipped, the present one, ahead. */
            legs: {
                /** @enum {string} */
                phase: "FIRST_CONTACT" | "MENTORING" | "PILOT" | "PROCUREMENT" | "OPERATION" | "EFFECT_EVALUATION";
                /** @enum {string} */
                state: "DONE" | "SKIPPED" | "NOW" | "DECIDED" | "AHEAD";
                from?: string;
                to?: string;
            }[];
            state: string;
            receivedAt: string;
            waitingFor: string | null;
            closing?: components["schemas"]["Closing"];
            contact: components["schemas"]["Reachable"];
            /** @description Who answers while the contact is away. */
            standIn?: components["schemas"]["Reachable"];
            with: {
                unit: string;
                since: string;
                /** @description The case handler by name; null until one is named. */
                handler: string | null;
            };
            /** @description The next step as it was told; null until it is. */
            nextStep: {
                label: string;
                /**
                 * Format: date
                 * @description A date that exists, in Europe/Oslo.
                 */
                on: string;
                reason?: string;
            } | null;
            /** @description What is decided and told, oldest first. */
            decisions: {
                label: string;
                /**
                 * Format: date
                 * @description A date that exists, in Europe/Oslo.
                 */
                on: string;
                reason?: string;
            }[];
            promises: {
                /** @description The promise as it was made: "Vi tar kontakt med deg". */
                label: string;
                /**
                 * Format: date
                 * @description A date that exists, in Europe/Oslo.
                 */
                dueOn: string;
                /** @enum {string} */
                state: "OPEN" | "PAUSED" | "KEPT" | "MOVED" | "MISSED";
                /**
                 * Format: date
                 * @description A date that exists, in Europe/Oslo.
                 */
                missedOn?: string;
                /**
                 * Format: date
                 * @description A date that exists, in Europe/Oslo.
                 */
                newDate?: string;
                reason?: string;
                metAt?: string;
            }[];
        };
        Closing: {
            reason?: string;
            advice?: string;
            referredTo?: string;
        };
        CollaborationList: {
            items: components["schemas"]["CollaborationRow"][];
            next: string | null;
            /** @description How many there are in the whole list, when asked for. */
            total?: number;
            /** @description There are more than `total`. */
            totalIsCapped?: boolean;
        };
        CollaborationRow: {
            id: string;
            number: string;
            title: string;
            /** @enum {string} */
            phase: "FIRST_CONTACT" | "MENTORING" | "PILOT" | "PROCUREMENT" | "OPERATION" | "EFFECT_EVALUATION";
            /** @enum {string} */
            state: "OPEN" | "SUSPENDED" | "REJECTED" | "WITHDRAWN" | "DORMANT" | "STOPPED" | "COMPLETED";
            version: number;
            openedAt: string;
            phaseSince: string;
            owner: components["schemas"]["PersonNow"];
            unit: string;
            /** @enum {string|null} */
            waitingFor: "MUNICIPALITY" | "ENTREPRENEUR" | "THIRD_PARTY" | null;
            stuck: components["schemas"]["Stuck"];
            risks: components["schemas"]["Risk"][];
            organisation: {
                id: string;
                name: string;
            } | null;
            nextDueAt: string | null;
        };
        PersonNow: {
            id: string;
            name: string;
            unit: string;
            away?: components["schemas"]["Away"];
        };
        Away: {
            /**
             * Format: date
             * @description A date that exists, in Europe/Oslo.
             */
            until: string | null;
            standIn: components["schemas"]["Person"] | null;
        };
        Person: {
            id: string;
            name: string;
            unit: string;
        };
        Stuck: {
            is: boolean;
            causes: {
                /** @enum {string} */
                code: "HANDOVER_LAPSED" | "HANDOVER_OPEN" | "GATE_UNDECIDED" | "NOT_SENT" | "HANDOVER_RETURNED" | "MOVED_AROUND" | "NO_RECEIVING_UNIT" | "QUESTION_UNANSWERED" | "OVERDUE_FOR_GATE" | "EXPIRING" | "OVERDUE" | "PHASE_OVERDUE" | "SILENT";
                label: string;
                since: string;
                owedBy: components["schemas"]["DeadlineParty"];
                deadline?: string;
                handover?: string;
                nextAction: components["schemas"]["NextAction"];
            }[];
            warnings: {
                /** @enum {string} */
                code: "HANDOVER_LAPSED" | "HANDOVER_OPEN" | "GATE_UNDECIDED" | "NOT_SENT" | "HANDOVER_RETURNED" | "MOVED_AROUND" | "NO_RECEIVING_UNIT" | "QUESTION_UNANSWERED" | "OVERDUE_FOR_GATE" | "EXPIRING" | "OVERDUE" | "PHASE_OVERDUE" | "SILENT";
                label: string;
                since: string;
                owedBy: components["schemas"]["DeadlineParty"];
                deadline?: string;
                handover?: string;
                nextAction: components["schemas"]["NextAction"];
            }[];
        };
        DeadlineParty: {
            /** @enum {string} */
            party: "MUNICIPALITY" | "ENTREPRENEUR" | "THIRD_PARTY";
            role: string;
            unit?: string;
            user?: string;
            name?: string;
            holders?: {
                user: string;
                name: string;
            }[];
        };
        NextAction: {
            command: string;
            body: {
                [key: string]: unknown;
            };
            label: string;
            text: string;
        };
        Risk: {
            code: string;
            label: string;
            person?: string;
        };
        OpeningInput: {
            title: string;
            description: string;
            organisation?: components["schemas"]["OrganisationInput"];
            contact?: components["schemas"]["OpeningContactInput"];
            area?: string;
            unit?: string;
            /**
             * @default web
             * @enum {string}
             */
            channel: "web" | "phone" | "email" | "event" | "referral";
            /**
             * @default staff
             * @enum {string}
             */
            origin: "staff" | "need" | "idea" | "strategy" | "political" | "cross-sector" | "challenge" | "enquiry";
        };
        OpeningContactInput: {
            name: string;
            /**
             * Format: idn-email
             * @description Kept in its canonical form: lower case, the domain in ASCII (IDNA).
             */
            email?: string;
            phone?: string;
        };
        Collaboration: {
            id: string;
            number: string;
            title: string;
            /** @description Every reading of the case is logged. */
            sensitive: boolean;
            description: string | null;
            /** @enum {string} */
            phase: "FIRST_CONTACT" | "MENTORING" | "PILOT" | "PROCUREMENT" | "OPERATION" | "EFFECT_EVALUATION";
            phaseLabel: string;
            phaseSince: string;
            /** @enum {string} */
            state: "OPEN" | "SUSPENDED" | "REJECTED" | "WITHDRAWN" | "DORMANT" | "STOPPED" | "COMPLETED";
            stateLabel: string;
            version: number;
            openedAt: string;
            closedAt?: string;
            closing?: components["schemas"]["Closing"];
            process: {
                id: string;
                version: number;
            };
            organisation: components["schemas"]["Organisation"] | null;
            /** @description Who wrote or rang at first, with an organisation or without. What they said is `description`. */
            enquirer: {
                name: string;
                email?: string;
                phone?: string;
            } | null;
            contact: {
                id: string;
                name: string;
                unit: string;
                away?: components["schemas"]["Away"];
                email?: string;
                phone?: string;
            };
            owner: components["schemas"]["PersonNow"];
            deputy: components["schemas"]["PersonNow"] | null;
            unit: string;
            unitName: string;
            area: string | null;
            channel: string;
            origin: string;
            route: string | null;
            /** @enum {string|null} */
            waitingFor: "MUNICIPALITY" | "ENTREPRENEUR" | "THIRD_PARTY" | null;
            waitingForLabel: string | null;
            /** @description The six phases. */
            legs: {
                /** @enum {string} */
                phase: "FIRST_CONTACT" | "MENTORING" | "PILOT" | "PROCUREMENT" | "OPERATION" | "EFFECT_EVALUATION";
                /** @enum {string} */
                state: "DONE" | "SKIPPED" | "NOW" | "DECIDED" | "AHEAD";
                from?: string;
                to?: string;
            }[];
            /** @description Who has the case; nobody has one that is closed. */
            baton: components["schemas"]["Baton"] | null;
            next: components["schemas"]["NextStep"][];
            gate: components["schemas"]["Gate"];
            checklist: components["schemas"]["ChecklistEntry"][];
            /** @description Those still owed: open, paused, or breached and not met. All are at `/deadlines`. */
            deadlines: components["schemas"]["Deadline"][];
            balances: components["schemas"]["Balances"];
            handover: components["schemas"]["Handover"] | null;
            /** @description On what conditions receivers took over, oldest first; none outside. */
            conditions: components["schemas"]["Condition"][];
            /** @description What receivers asked for in the last round; it stands until the handover is sent again. */
            demands: components["schemas"]["Demand"][];
            /** @description What the entrepreneur is asked to send, oldest first. */
            information: components["schemas"]["InformationRequest"][];
            /** @description Oldest first; outside only more time that the entrepreneur asks for. */
            approvals: components["schemas"]["Approval"][];
            /** @description Oldest first; none for readers from outside. */
            questions: components["schemas"]["Question"][];
            /** @description Oldest first, with what was agreed in them. */
            meetings: components["schemas"]["Meeting"][];
            stuck: components["schemas"]["Stuck"];
            risks: components["schemas"]["Risk"][];
            parties: components["schemas"]["CaseParty"][];
            actions: components["schemas"]["Action"][];
            /** @description How many the reader sees, those withdrawn left out. */
            documents: {
                count: number;
            };
            /** @description What others wrote and the reader has not said to have read; absent for readers who write no messages. */
            unread?: {
                messages: number;
            };
        };
        Organisation: {
            id: string;
            name: string;
            number?: string;
        };
        Baton: {
            unit: string;
            unitName: string;
            person: string;
            personName: string;
            since: string;
            /** @description The handover that waits for an answer. */
            handover?: string;
        };
        NextStep: {
            command: string;
            body: {
                [key: string]: unknown;
            };
            /** @description JSON Schema of the fields that the user fills in; they are merged into `body`. */
            input: {
                [key: string]: unknown;
            };
            by: {
                user: string;
                name: string;
                unit: string;
                role: string;
            }[];
            label: string;
            why: string;
            notBefore?: string;
        };
        Gate: {
            /** @enum {string} */
            id: "G1" | "G2" | "G3" | "G4" | "G5" | "G6" | "G7";
            label: string;
            decision: {
                /** @enum {string} */
                decision: "PROCEED" | "REFUSE" | "SCALE" | "ITERATE" | "STOP" | "OTHERS";
                /** @enum {string} */
                toPhase?: "FIRST_CONTACT" | "MENTORING" | "PILOT" | "PROCUREMENT" | "OPERATION" | "EFFECT_EVALUATION";
                route?: string;
                at: string;
                by: string | null;
                byName: string | null;
                reason: string | null;
            } | null;
            blockers: {
                code: string;
                item?: string;
                label: string;
                owedBy: components["schemas"]["DeadlineParty"];
                since: string;
                until?: string;
                unblock: {
                    command: string;
                    fact?: string;
                    item?: string;
                    role: string;
                    text: string;
                };
            }[];
        };
        ChecklistEntry: {
            item: string;
            label: string;
            /** @enum {string} */
            requirement: "LEGAL" | "MANDATORY" | "WAIVABLE";
            /** @enum {string} */
            state: "OPEN" | "DONE" | "WAIVED" | "NOT_APPLICABLE";
            by?: string;
            byName?: string;
            at?: string;
            reason?: string;
            reference?: string;
            proof?: components["schemas"]["Proof"];
            source?: string;
        };
        Proof: {
            /** Format: uuid */
            document?: string;
            /** Format: uuid */
            message?: string;
            title: string;
            /** @enum {string} */
            seenBy: "MUNICIPALITY" | "BOTH";
            /** @description Its content is served no more. */
            withdrawn: boolean;
        }[];
        Deadline: {
            id: string;
            kind: string;
            /** @enum {string} */
            nature: "DEBT" | "HOLD" | "RIGHT";
            /**
             * @description The time of a phase: no task of anybody, and not in My day. `owedBy` has the debt that carries the case.
             * @enum {boolean}
             */
            measure?: true;
            label: string;
            /** @description What to do, in the imperative; in My day. */
            task?: string;
            act?: components["schemas"]["DeadlineAct"];
            owedBy: components["schemas"]["DeadlineParty"];
            owedTo: components["schemas"]["DeadlineParty"];
            since: string;
            /**
             * Format: date
             * @description A date that exists, in Europe/Oslo.
             */
            dueOn: string;
            dueAt: string;
            /** @enum {string} */
            effect: "LEGAL" | "PRACTICE";
            /** @enum {string} */
            calendar: "WORKING_DAYS_EEA" | "CALENDAR_DAYS" | "WEEKS" | "MONTHS" | "HOURS";
            /** @enum {string} */
            state: "OPEN" | "PAUSED" | "MET" | "BREACHED" | "CANCELLED";
            metAt?: string;
            /** @enum {boolean} */
            late?: true;
            promise?: components["schemas"]["Promise"];
            /** @description Past its day and not met: how many working days. */
            workingDaysLate?: number;
            /** @description Owed to or by the entrepreneur, who sees it. */
            shared: boolean;
            reminders: components["schemas"]["Reminder"][];
        };
        DeadlineAct: {
            command: string;
            body: {
                [key: string]: unknown;
            };
            input?: {
                [key: string]: unknown;
            };
            label: string;
            notBefore?: string;
        };
        Promise: {
            text: string;
            /** @enum {string} */
            state: "OPEN" | "PAUSED" | "KEPT" | "MOVED" | "MISSED";
            /**
             * Format: date
             * @description A date that exists, in Europe/Oslo.
             */
            missedOn?: string;
            /**
             * Format: date
             * @description A date that exists, in Europe/Oslo.
             */
            newDate?: string;
            reason?: string;
        };
        Reminder: {
            rung: string;
            at: string;
            to: components["schemas"]["Recipient"][];
            escalation: boolean;
            sent: boolean;
        };
        Recipient: {
            id: string | null;
            name: string;
            unit: string | null;
        };
        Balances: {
            hours?: {
                granted: number;
                used: number;
                left: number;
            };
            office?: {
                /**
                 * Format: date
                 * @description A date that exists, in Europe/Oslo.
                 */
                until: string;
                daysLeft: number;
            };
            aid?: {
                nok: number;
                eur: number;
                percent: number;
            };
        };
        Handover: {
            id: string;
            /** @enum {string} */
            purpose: "PHASE" | "TRANSFER";
            /** @enum {string} */
            toPhase?: "FIRST_CONTACT" | "MENTORING" | "PILOT" | "PROCUREMENT" | "OPERATION" | "EFFECT_EVALUATION";
            from: {
                unit: string;
                unitName: string;
                person: string;
                personName: string;
            };
            receivers: components["schemas"]["Receiver"][];
            /** @enum {string} */
            state: "DRAFT" | "SENT" | "ACKNOWLEDGED" | "ACCEPTED" | "RETURNED" | "DECLINED" | "WITHDRAWN" | "LAPSED";
            draftedAt: string;
            sentAt: string | null;
            /** @description Of the first round, when it was sent again after it came back. */
            firstSentAt: string | null;
            endedAt: string | null;
            ageWorkingDays: number;
            escalated: boolean;
            package: {
                [key: string]: string | string[] | {
                    none: string;
                };
            } | null;
            /** @description By the part of the package that it shows. */
            proof?: {
                [key: string]: components["schemas"]["Proof"];
            };
        };
        Receiver: {
            unit: string;
            unitName: string;
            person: string;
            personName: string;
            /** @enum {string} */
            state: "WAITING" | "ACKNOWLEDGED" | "ACCEPTED" | "RETURNED" | "DECLINED";
            at?: string;
            /** @description The receiver is away today: the sender is told. */
            away?: components["schemas"]["Away"];
            gaps?: string[];
            reason?: string;
            alternative?: string;
            conditions?: string;
            hadAccepted?: boolean;
        };
        Condition: {
            unit: string;
            unitName: string;
            person: string;
            personName: string;
            handover: string;
            at: string;
            conditions: string;
        };
        Demand: {
            unit: string;
            unitName: string;
            person: string;
            personName: string;
            handover: string;
            at: string;
            gaps: string[];
        };
        InformationRequest: {
            id: string;
            /** Format: date-time */
            askedAt: string;
            askedBy: {
                id: string;
                name: string;
            } | null;
            /**
             * Format: date
             * @description While she is to send something: until when.
             */
            dueOn?: string;
            items: {
                /** @description Counts from 1. */
                item: number;
                what: string;
                /** @enum {string} */
                state: "ASKED" | "GIVEN" | "RETURNED" | "ACCEPTED";
                /** @description What was missing when it was last sent back. */
                missing?: string;
                /** @description Oldest first. */
                given: {
                    /** Format: date-time */
                    at: string;
                    by: {
                        id: string;
                        name: string;
                    } | null;
                    text?: string;
                    proof?: components["schemas"]["Proof"];
                }[];
            }[];
            withdrawn?: {
                /** Format: date-time */
                at: string;
                by: {
                    id: string;
                    name: string;
                } | null;
                reason: string;
            };
            /** @description Something is still to be sent or to be looked at. */
            open: boolean;
        };
        Approval: {
            id: string;
            /** @enum {string} */
            kind: "SUSPEND" | "EXTEND" | "MORE_TIME";
            /**
             * Format: date
             * @description Of a pause: the day on which the case is resumed.
             */
            resumeOn?: string;
            /** @description Of a new date: the id of the deadline. */
            deadline?: string;
            /**
             * Format: date
             * @description Of a new date: the date.
             */
            until?: string;
            reason: string;
            askedAt: string;
            askedBy: {
                id: string;
                name: string;
            } | null;
            approver: {
                unit: string;
                unitName: string;
                role: string;
                person?: {
                    id: string;
                    name: string;
                };
            };
            answer?: {
                yes: boolean;
                reason: string;
                at: string;
                by: {
                    id: string;
                    name: string;
                } | null;
            };
            /** @description What it was about is done or no longer owed. */
            lapsedAt?: string;
            /** @description It is for the reader to answer, and unanswered. */
            mine: boolean;
        };
        Question: {
            unit: string;
            unitName: string;
            person?: string;
            personName?: string;
            id: string;
            /** @enum {string} */
            kind: "QUESTION" | "HOST" | "RECEIVE" | "BENEFIT" | "LEGAL";
            question: string;
            /**
             * Format: date
             * @description A date that exists, in Europe/Oslo.
             */
            answerBy: string;
            askedAt: string;
            askedBy: {
                id: string;
                name: string;
                unit: string;
            };
            /** @description Whom it was put to first, and why that unit passed it on. */
            redirected?: {
                from: {
                    unit: string;
                    unitName: string;
                    person?: string;
                    personName?: string;
                };
                reason: string;
            };
            answer?: {
                /** @enum {string} */
                answer: "YES" | "NO" | "TEXT";
                at: string;
                by: {
                    id: string;
                    name: string;
                } | null;
                conditions?: string;
                text?: string;
                proof?: components["schemas"]["Proof"];
            };
            /** @description It is for the reader to answer, and unanswered. */
            mine: boolean;
        };
        Meeting: {
            id: string;
            template: string;
            label: string;
            /** @enum {string} */
            state: "PLANNED" | "HELD" | "CANCELLED";
            /**
             * Format: date
             * @description A date that exists, in Europe/Oslo.
             */
            on: string;
            at?: string;
            place?: string;
            participants: components["schemas"]["MeetingParty"][];
            agenda: string[];
            planner: {
                id: string;
                name: string;
            } | null;
            moved: {
                from: {
                    /**
                     * Format: date
                     * @description A date that exists, in Europe/Oslo.
                     */
                    on: string;
                    at: string;
                };
                to: {
                    /**
                     * Format: date
                     * @description A date that exists, in Europe/Oslo.
                     */
                    on: string;
                    at: string;
                };
                reason: string;
                by: {
                    id: string;
                    name: string;
                } | null;
            }[];
            cancelled?: {
                at: string;
                by: {
                    id: string;
                    name: string;
                } | null;
                reason: string;
            };
            held?: {
                /**
                 * Format: date
                 * @description A date that exists, in Europe/Oslo.
                 */
                on: string;
                present: components["schemas"]["MeetingParty"][];
                summary?: string;
                at: string;
                by: {
                    id: string;
                    name: string;
                } | null;
            };
            /** @description What was said of it before, oldest first. */
            corrected?: {
                at: string;
                by: {
                    id: string;
                    name: string;
                } | null;
                reason: string;
                before: {
                    /**
                     * Format: date
                     * @description A date that exists, in Europe/Oslo.
                     */
                    on: string;
                    present: components["schemas"]["MeetingParty"][];
                    summary?: string;
                };
            }[];
            nextSteps: components["schemas"]["AgreedStep"][];
        };
        MeetingParty: {
            /** @enum {string} */
            kind: "PERSON" | "UNIT" | "ENTREPRENEUR";
            id?: string;
            name: string;
        };
        AgreedStep: {
            id: string;
            what: string;
            owner: components["schemas"]["MeetingParty"];
            /**
             * Format: date
             * @description A date that exists, in Europe/Oslo.
             */
            by: string;
            /**
             * Format: date
             * @description A date that exists, in Europe/Oslo.
             */
            dueOn: string;
            /** @enum {string} */
            state: "OPEN" | "PAUSED" | "KEPT" | "MOVED" | "MISSED" | "CANCELLED";
            /** @description The debt: `extend` moves it. */
            deadline: string;
            done?: {
                at: string;
                by: {
                    id: string;
                    name: string;
                } | null;
                note?: string;
            };
            withdrawn?: {
                at: string;
                by: {
                    id: string;
                    name: string;
                } | null;
                reason: string;
            };
            /** @description It is for the reader to do, and not done. */
            mine: boolean;
        };
        CaseParty: {
            id: string;
            name: string;
            unit: string;
            role: string;
            label: string;
            /**
             * Format: date
             * @description A date that exists, in Europe/Oslo.
             */
            from: string;
            /**
             * Format: date
             * @description A date that exists, in Europe/Oslo.
             */
            to: string | null;
            phases?: ("FIRST_CONTACT" | "MENTORING" | "PILOT" | "PROCUREMENT" | "OPERATION" | "EFFECT_EVALUATION")[];
            now: boolean;
        };
        Action: {
            type: string;
            allowed: boolean;
            why?: string;
        };
        Command: components["schemas"]["AssignOwner"] | components["schemas"]["NameDeputy"] | components["schemas"]["ChangeContact"] | components["schemas"]["RegisterFact"] | components["schemas"]["CorrectFact"] | components["schemas"]["RetractFact"] | components["schemas"]["TickItem"] | components["schemas"]["WaiveItem"] | components["schemas"]["DecideGate"] | components["schemas"]["AskDecision"] | components["schemas"]["DraftHandover"] | components["schemas"]["SendHandover"] | components["schemas"]["AcknowledgeHandover"] | components["schemas"]["AcceptHandover"] | components["schemas"]["ReturnHandover"] | components["schemas"]["DeclineHandover"] | components["schemas"]["WithdrawHandover"] | components["schemas"]["AskUnit"] | components["schemas"]["AnswerQuestion"] | components["schemas"]["RedirectQuestion"] | components["schemas"]["RequestInformation"] | components["schemas"]["GiveInformation"] | components["schemas"]["AcceptInformation"] | components["schemas"]["ReturnInformation"] | components["schemas"]["WithdrawInformationRequest"] | components["schemas"]["PlanMeeting"] | components["schemas"]["MoveMeeting"] | components["schemas"]["CancelMeeting"] | components["schemas"]["HoldMeeting"] | components["schemas"]["CorrectMeeting"] | components["schemas"]["CompleteNextStep"] | components["schemas"]["WithdrawNextStep"] | components["schemas"]["ActOn"] | components["schemas"]["TakeDebt"] | components["schemas"]["AskMoreTime"] | components["schemas"]["AnswerApproval"] | components["schemas"]["ResolveLapsed"] | components["schemas"]["ChooseEscalated"] | components["schemas"]["Suspend"] | components["schemas"]["Resume"] | components["schemas"]["Reject"] | components["schemas"]["Refer"] | components["schemas"]["Withdraw"] | components["schemas"]["Stop"] | components["schemas"]["Complete"] | components["schemas"]["Reopen"] | components["schemas"]["Extend"] | components["schemas"]["AddParty"] | components["schemas"]["AssignRole"] | components["schemas"]["EndParty"];
        AssignOwner: {
            /** @enum {string} */
            type: "assignOwner";
            owner: string;
        };
        NameDeputy: {
            /** @enum {string} */
            type: "nameDeputy";
            deputy: string;
        };
        ChangeContact: {
            /** @enum {string} */
            type: "changeContact";
            contact: string;
            note: string;
        };
        RegisterFact: {
            /** @enum {string} */
            type: "registerFact";
            fact: string;
            /**
             * Format: date
             * @description A date that exists, in Europe/Oslo.
             */
            on?: string;
            data?: {
                [key: string]: unknown;
            };
            proof?: ({
                /** Format: uuid */
                document: string;
            } | {
                /** Format: uuid */
                message: string;
            })[];
        };
        CorrectFact: {
            /** @enum {string} */
            type: "correctFact";
            event: number;
            /**
             * Format: date
             * @description A date that exists, in Europe/Oslo.
             */
            on?: string;
            data?: {
                [key: string]: unknown;
            };
            reason: string;
            proof?: ({
                /** Format: uuid */
                document: string;
            } | {
                /** Format: uuid */
                message: string;
            })[];
        };
        RetractFact: {
            /** @enum {string} */
            type: "retractFact";
            event: number;
            reason: string;
        };
        TickItem: {
            /** @enum {string} */
            type: "tickItem";
            item: string;
            reference?: string;
            proof?: ({
                /** Format: uuid */
                document: string;
            } | {
                /** Format: uuid */
                message: string;
            })[];
        };
        WaiveItem: {
            /** @enum {string} */
            type: "waiveItem";
            item: string;
            reason: string;
        };
        DecideGate: {
            /** @enum {string} */
            type: "decideGate";
            /** @enum {string} */
            decision: "PROCEED" | "REFUSE" | "SCALE" | "ITERATE" | "STOP" | "OTHERS";
            /** @enum {string} */
            toPhase?: "FIRST_CONTACT" | "MENTORING" | "PILOT" | "PROCUREMENT" | "OPERATION" | "EFFECT_EVALUATION";
            route?: string;
            reason: string;
        };
        AskDecision: {
            /** @enum {string} */
            type: "askDecision";
            note: string;
        };
        DraftHandover: {
            /** @enum {string} */
            type: "draftHandover";
            /** @enum {string} */
            purpose: "PHASE" | "TRANSFER";
            /** @enum {string} */
            toPhase?: "FIRST_CONTACT" | "MENTORING" | "PILOT" | "PROCUREMENT" | "OPERATION" | "EFFECT_EVALUATION";
            receivers: {
                unit: string;
                person: string;
            }[];
            package: {
                [key: string]: string | string[] | {
                    none: string;
                };
            };
            /** @description Documents of the case that are handed over. */
            attachments?: string[];
            proof?: {
                [key: string]: ({
                    /** Format: uuid */
                    document: string;
                } | {
                    /** Format: uuid */
                    message: string;
                })[];
            };
        };
        SendHandover: {
            /** @enum {string} */
            type: "sendHandover";
        };
        AcknowledgeHandover: {
            /** @enum {string} */
            type: "acknowledgeHandover";
        };
        AcceptHandover: {
            /** @enum {string} */
            type: "acceptHandover";
            conditions?: string;
        };
        ReturnHandover: {
            /** @enum {string} */
            type: "returnHandover";
            gaps: string[];
        };
        DeclineHandover: {
            /** @enum {string} */
            type: "declineHandover";
            reason: string;
            alternative: string;
        };
        WithdrawHandover: {
            /** @enum {string} */
            type: "withdrawHandover";
            reason: string;
        };
        AskUnit: {
            /** @enum {string} */
            type: "askUnit";
            unit: string;
            person?: string;
            /** @enum {string} */
            kind: "QUESTION" | "HOST" | "RECEIVE" | "BENEFIT" | "LEGAL";
            question: string;
            /**
             * Format: date
             * @description A date that exists, in Europe/Oslo.
             */
            answerBy: string;
        };
        AnswerQuestion: {
            /** @enum {string} */
            type: "answerQuestion";
            question: string;
            /** @enum {string} */
            answer: "YES" | "NO" | "TEXT";
            conditions?: string;
            text?: string;
            proof?: ({
                /** Format: uuid */
                document: string;
            } | {
                /** Format: uuid */
                message: string;
            })[];
        };
        RedirectQuestion: {
            /** @enum {string} */
            type: "redirectQuestion";
            question: string;
            unit: string;
            person?: string;
            reason: string;
        };
        RequestInformation: {
            /** @enum {string} */
            type: "requestInformation";
            what: string[];
            /**
             * Format: date
             * @description A date that exists, in Europe/Oslo.
             */
            by?: string;
        };
        GiveInformation: {
            /** @enum {string} */
            type: "giveInformation";
            request: string;
            item: number;
            text?: string;
            proof?: ({
                /** Format: uuid */
                document: string;
            } | {
                /** Format: uuid */
                message: string;
            })[];
        };
        AcceptInformation: {
            /** @enum {string} */
            type: "acceptInformation";
            request: string;
            item: number;
        };
        ReturnInformation: {
            /** @enum {string} */
            type: "returnInformation";
            request: string;
            item: number;
            missing: string;
        };
        WithdrawInformationRequest: {
            /** @enum {string} */
            type: "withdrawInformationRequest";
            request: string;
            reason: string;
        };
        PlanMeeting: {
            /** @enum {string} */
            type: "planMeeting";
            /** @description One of `meetings` in the process document. */
            template: string;
            /**
             * Format: date
             * @description A date that exists, in Europe/Oslo.
             */
            on: string;
            /** @description Local time in Europe/Oslo. */
            at: string;
            place?: string;
            participants?: components["schemas"]["MeetingRef"][];
            agenda?: string[];
        };
        MeetingRef: {
            person: string;
        } | {
            unit: string;
        } | {
            /** @enum {boolean} */
            entrepreneur: true;
        };
        MoveMeeting: {
            /** @enum {string} */
            type: "moveMeeting";
            meeting: string;
            /**
             * Format: date
             * @description A date that exists, in Europe/Oslo.
             */
            on: string;
            /** @description Local time in Europe/Oslo. */
            at: string;
            reason: string;
        };
        CancelMeeting: {
            /** @enum {string} */
            type: "cancelMeeting";
            meeting: string;
            reason: string;
        };
        HoldMeeting: {
            /** @enum {string} */
            type: "holdMeeting";
            /** @description The planned meeting; of one that nobody planned `template` says the kind. */
            meeting?: string;
            /** @description One of `meetings` in the process document. */
            template?: string;
            /**
             * Format: date
             * @description A date that exists, in Europe/Oslo.
             */
            on: string;
            present: components["schemas"]["MeetingRef"][];
            summary?: string;
            /**
             * @description What was agreed: who does what by when. Each is owed by its owner.
             * @default []
             */
            nextSteps: {
                what: string;
                owner: components["schemas"]["MeetingRef"];
                /**
                 * Format: date
                 * @description A date that exists, in Europe/Oslo.
                 */
                by: string;
            }[];
        };
        CorrectMeeting: {
            /** @enum {string} */
            type: "correctMeeting";
            meeting: string;
            /**
             * Format: date
             * @description A date that exists, in Europe/Oslo.
             */
            on?: string;
            present?: components["schemas"]["MeetingRef"][];
            summary?: string;
            /** @description Why it is corrected; both sides read it. */
            reason: string;
        };
        CompleteNextStep: {
            /** @enum {string} */
            type: "completeNextStep";
            step: string;
            note?: string;
        };
        WithdrawNextStep: {
            /** @enum {string} */
            type: "withdrawNextStep";
            step: string;
            /** @description Why it was not agreed; both sides read it. */
            reason: string;
        };
        ActOn: {
            /** @enum {string} */
            type: "actOn";
            deadline: string;
            /** @enum {string} */
            act: "NUDGE" | "GIVE" | "NEW_DATE" | "TAKE_OVER";
            person?: string;
            /**
             * Format: date
             * @description A date that exists, in Europe/Oslo.
             */
            until?: string;
            reason?: string;
        };
        TakeDebt: {
            /** @enum {string} */
            type: "takeDebt";
            deadline: string;
        };
        AskMoreTime: {
            /** @enum {string} */
            type: "askMoreTime";
            deadline: string;
            /**
             * Format: date
             * @description A date that exists, in Europe/Oslo.
             */
            until: string;
            reason: string;
        };
        AnswerApproval: {
            /** @enum {string} */
            type: "answerApproval";
            approval: string;
            yes: boolean;
            reason: string;
        };
        ResolveLapsed: {
            /** @enum {string} */
            type: "resolveLapsed";
            /** @enum {string} */
            choice: "EXTEND" | "REASSIGN" | "TAKE_BACK" | "STOP";
            /**
             * Format: date
             * @description A date that exists, in Europe/Oslo.
             */
            until?: string;
            receivers?: {
                unit: string;
                person: string;
            }[];
            reason: string;
        };
        ChooseEscalated: {
            /** @enum {string} */
            type: "chooseEscalated";
            deadline: string;
            /** @enum {string} */
            choice: "REASSIGN" | "EXTEND" | "DECIDE" | "STOP";
            owner?: string;
            /**
             * Format: date
             * @description A date that exists, in Europe/Oslo.
             */
            until?: string;
            reason: string;
        };
        Suspend: {
            /** @enum {string} */
            type: "suspend";
            reason: string;
            /**
             * Format: date
             * @description A date that exists, in Europe/Oslo.
             */
            resumeOn: string;
            approvedBy: string;
        };
        Resume: {
            /** @enum {string} */
            type: "resume";
        };
        Reject: {
            /** @enum {string} */
            type: "reject";
            reason: string;
            advice: string;
            /** @default false */
            individualDecision: boolean;
        };
        Refer: {
            /** @enum {string} */
            type: "refer";
            to: string;
            reason: string;
        };
        Withdraw: {
            /** @enum {string} */
            type: "withdraw";
            reason: string;
        };
        Stop: {
            /** @enum {string} */
            type: "stop";
            reason: string;
        };
        Complete: {
            /** @enum {string} */
            type: "complete";
        };
        Reopen: {
            /** @enum {string} */
            type: "reopen";
            reason: string;
        };
        Extend: {
            /** @enum {string} */
            type: "extend";
            deadline: string;
            /**
             * Format: date
             * @description A date that exists, in Europe/Oslo.
             */
            until: string;
            reason: string;
        };
        AddParty: {
            /** @enum {string} */
            type: "addParty";
            party: string;
            role: string;
            /**
             * Format: date
             * @description A date that exists, in Europe/Oslo.
             */
            from?: string;
            /**
             * Format: date
             * @description A date that exists, in Europe/Oslo.
             */
            to?: string;
            phases?: ("FIRST_CONTACT" | "MENTORING" | "PILOT" | "PROCUREMENT" | "OPERATION" | "EFFECT_EVALUATION")[];
        };
        AssignRole: {
            /** @enum {string} */
            type: "assignRole";
            role: string;
            person: string;
            /**
             * Format: date
             * @description A date that exists, in Europe/Oslo.
             */
            from?: string;
            /**
             * Format: date
             * @description A date that exists, in Europe/Oslo.
             */
            to?: string;
        };
        EndParty: {
            /** @enum {string} */
            type: "endParty";
            party: string;
            role: string;
            /**
             * Format: date
             * @description A date that exists, in Europe/Oslo.
             */
            to?: string;
        };
        CommandPreview: {
            /** @description Of the case afterwards. */
            version: number;
            effects: {
                type: string;
                /** @enum {string} */
                kind: "CASE" | "PEOPLE" | "FACT" | "CHECKLIST" | "DECISION" | "HANDOVER" | "QUESTION" | "MEETING" | "DEADLINE";
                text: string;
            }[];
            /** @description Deadlines that begin or move, earliest first. */
            dates: {
                deadline: string;
                kind: string;
                label: string;
                /** @enum {string} */
                nature: "DEBT" | "HOLD" | "RIGHT";
                /**
                 * Format: date
                 * @description A date that exists, in Europe/Oslo.
                 */
                dueOn: string;
                owedBy: components["schemas"]["DeadlineParty"];
            }[];
            letters: {
                to: components["schemas"]["Recipient"];
                template: string;
                /** @description What has happened that it tells of, in the words of those it goes to. */
                about: string;
                /** @description It goes to the entrepreneur. */
                outside: boolean;
            }[];
        };
        Accepted: {
            version: number;
        };
        EventList: {
            items: components["schemas"]["Event"][];
            next: string | null;
        };
        Event: {
            seq: number;
            /** @enum {string} */
            type: "enquiryReceived" | "receiptSent" | "ownerAssigned" | "deputyNamed" | "contactChanged" | "partyAdded" | "partyEnded" | "factRegistered" | "factCorrected" | "factRetracted" | "itemTicked" | "itemWaived" | "gateDecided" | "gateOpened" | "gateReady" | "gateBlocked" | "decisionAsked" | "phaseEntered" | "handoverDrafted" | "handoverReady" | "handoverSent" | "handoverAcknowledged" | "handoverAccepted" | "handoverReturned" | "handoverDeclined" | "handoverWithdrawn" | "handoverCompleted" | "handoverLapsed" | "unitAsked" | "questionAnswered" | "questionRedirected" | "caseSuspended" | "caseResumed" | "caseRejected" | "caseReferred" | "caseWithdrawn" | "caseStopped" | "caseCompleted" | "caseWentDormant" | "caseReopened" | "approvalAsked" | "approvalAnswered" | "approvalLapsed" | "informationRequested" | "informationGiven" | "informationAccepted" | "informationReturned" | "informationRequestWithdrawn" | "deadlineOpened" | "deadlineMoved" | "deadlineExtended" | "deadlineMet" | "deadlineReopened" | "deadlinePaused" | "deadlineResumed" | "deadlineCancelled" | "deadlinePassed" | "deadlineBreached" | "reminderDue" | "escalated" | "escalationHeld" | "roleAssigned" | "roleEnded" | "lapsedResolved" | "escalationChosen" | "debtTaken" | "debtActedOn" | "meetingPlanned" | "meetingMoved" | "meetingCancelled" | "meetingHeld" | "meetingCorrected" | "nextStepCompleted" | "nextStepWithdrawn";
            /** @enum {string} */
            kind: "CASE" | "PEOPLE" | "FACT" | "CHECKLIST" | "DECISION" | "HANDOVER" | "QUESTION" | "MEETING" | "DEADLINE";
            /** @description A sentence, of what the reader may see. */
            text: string;
            /**
             * Format: date
             * @description The day in Norway on which it happened.
             */
            day: string;
            at: string;
            recordedAt: string;
            by: string | null;
            byName: string | null;
            /** @description The entrepreneur sees what it says. */
            shared: boolean;
            command?: string;
            data: {
                [key: string]: unknown;
            };
            /** @description The people and units in `data`, by id. */
            names: {
                [key: string]: string;
            };
        };
        DeadlineList: {
            items: components["schemas"]["Deadline"][];
            /** @enum {string|null} */
            next: null;
        };
        Why: {
            basis: {
                event: number;
                type: string;
                at: string;
            };
            rule: string;
            label: string;
            count: number;
            calendar: string;
            skipped: {
                /**
                 * Format: date
                 * @description A date that exists, in Europe/Oslo.
                 */
                date: string;
                why: string;
            }[];
            paused: {
                /**
                 * Format: date
                 * @description A date that exists, in Europe/Oslo.
                 */
                from: string;
                /**
                 * Format: date
                 * @description A date that exists, in Europe/Oslo.
                 */
                to: string;
            }[];
            moved: {
                /**
                 * Format: date
                 * @description A date that exists, in Europe/Oslo.
                 */
                from: string;
                /**
                 * Format: date
                 * @description A date that exists, in Europe/Oslo.
                 */
                to: string;
                by: string | null;
                reason: string | null;
            }[];
            source: string | null;
            /**
             * Format: date
             * @description A date that exists, in Europe/Oslo.
             */
            dueOn: string;
        };
        CaseFormList: {
            items: components["schemas"]["DeadlineAct"][];
        };
        HandoverList: {
            items: components["schemas"]["HandoverRow"][];
            next: string | null;
        };
        HandoverRow: {
            id: string;
            /** @enum {string} */
            purpose: "PHASE" | "TRANSFER";
            /** @enum {string} */
            toPhase?: "FIRST_CONTACT" | "MENTORING" | "PILOT" | "PROCUREMENT" | "OPERATION" | "EFFECT_EVALUATION";
            from: {
                unit: string;
                unitName: string;
                person: string;
                personName: string;
            };
            receivers: components["schemas"]["Receiver"][];
            /** @enum {string} */
            state: "DRAFT" | "SENT" | "ACKNOWLEDGED" | "ACCEPTED" | "RETURNED" | "DECLINED" | "WITHDRAWN" | "LAPSED";
            draftedAt: string;
            sentAt: string | null;
            /** @description Of the first round, when it was sent again after it came back. */
            firstSentAt: string | null;
            endedAt: string | null;
            ageWorkingDays: number;
            escalated: boolean;
            collaboration: {
                id: string;
                number: string;
                title: string;
                phase: string;
            };
            open: boolean;
            stuck: boolean;
            gaps: string[];
            /** @description Why this handover keeps its case stuck. */
            cause: {
                code: string;
                label: string;
                since: string;
            } | null;
            nextAction: {
                command: string;
                body: {
                    [key: string]: unknown;
                };
                label: string;
                text: string;
            } | null;
        };
        HandoverPrefill: {
            /** @enum {string} */
            toPhase?: "FIRST_CONTACT" | "MENTORING" | "PILOT" | "PROCUREMENT" | "OPERATION" | "EFFECT_EVALUATION";
            /** @description What a receiver asked for when the handover came back. */
            gaps: string[];
            /** @description Who may take each capacity that has to accept; the first of each is proposed. None for another unit. */
            receivers: {
                capacity: string;
                label: string;
                choices: {
                    unit: string;
                    unitName: string;
                    person: string;
                    personName: string;
                    /** @description The receiver is away today: the sender is told. */
                    away?: components["schemas"]["Away"];
                }[];
            }[];
            parts: {
                key: string;
                title: string;
                required: boolean;
                /** @enum {string} */
                source: "case" | "facts" | "deadlines" | "balances" | "people";
                text?: string;
                rows?: {
                    label: string;
                    /**
                     * Format: date
                     * @description A date that exists, in Europe/Oslo.
                     */
                    on?: string;
                    who?: string;
                    unit?: string;
                    number?: number;
                    amountNok?: number;
                }[];
                /** @description The case does not know it: somebody has to write it. */
                gap?: string;
            }[];
        };
        HandoverDetail: {
            id: string;
            /** @enum {string} */
            purpose: "PHASE" | "TRANSFER";
            /** @enum {string} */
            toPhase?: "FIRST_CONTACT" | "MENTORING" | "PILOT" | "PROCUREMENT" | "OPERATION" | "EFFECT_EVALUATION";
            from: {
                unit: string;
                unitName: string;
                person: string;
                personName: string;
            };
            receivers: components["schemas"]["Receiver"][];
            /** @enum {string} */
            state: "DRAFT" | "SENT" | "ACKNOWLEDGED" | "ACCEPTED" | "RETURNED" | "DECLINED" | "WITHDRAWN" | "LAPSED";
            draftedAt: string;
            sentAt: string | null;
            /** @description Of the first round, when it was sent again after it came back. */
            firstSentAt: string | null;
            endedAt: string | null;
            ageWorkingDays: number;
            escalated: boolean;
            package: {
                [key: string]: string | string[] | {
                    none: string;
                };
            } | null;
            /** @description By the part of the package that it shows. */
            proof?: {
                [key: string]: components["schemas"]["Proof"];
            };
            /** @description What is handed over with it, for readers who see its package; a withdrawn one has no content. */
            attachments: components["schemas"]["Document"][];
            /** @description 1 the first time it was sent, 2 after it came back, and so on. */
            round: number;
            previous: {
                package: {
                    [key: string]: string | string[] | {
                        none: string;
                    };
                } | null;
                gaps: string[];
                /** @description Who sent it back with these gaps. */
                askedBy: components["schemas"]["Person"][];
            } | null;
            /** @description Who has the case when all have taken over; null when it stays where it is, or the answers are given. */
            taker: components["schemas"]["Person"] | null;
            /** @description Null until it is sent. */
            clock: {
                /**
                 * Format: date
                 * @description A date that exists, in Europe/Oslo.
                 */
                acknowledgeOn: string | null;
                remindersOn: string[];
                /**
                 * Format: date
                 * @description A date that exists, in Europe/Oslo.
                 */
                answerOn: string | null;
                managersOn: string[];
            } | null;
        };
        Document: {
            /** Format: uuid */
            id: string;
            title: string;
            /** @enum {string} */
            kind: "AGREEMENT" | "PLAN" | "BUDGET" | "REPORT" | "MEMO" | "MINUTES" | "CERTIFICATE" | "PHOTO" | "OTHER" | "DIALOGUE_LOG";
            /** @enum {string} */
            visibility: "INTERNAL" | "SHARED";
            /** @enum {string} */
            seenBy: "MUNICIPALITY" | "BOTH";
            /** @enum {string} */
            from: "STAFF" | "ENTREPRENEUR";
            by: {
                id: string;
                name: string;
            };
            /** Format: date-time */
            at: string;
            /** @description How many there are. */
            versions: number;
            latest: components["schemas"]["DocumentVersion"];
            withdrawn: {
                by: {
                    id: string;
                    name: string;
                };
                /** Format: date-time */
                at: string;
                reason: string;
            } | null;
        };
        DocumentVersion: {
            /** @description Counts from 1 in the document. */
            v: number;
            by: {
                id: string;
                name: string;
            };
            /** Format: date-time */
            at: string;
            note?: string;
            file: {
                name: string;
                type: string;
                size: number;
                sha256: string;
                /** @enum {string} */
                scan: "CLEAN" | "NOT_SCANNED";
                /** @description A password is needed to open it. */
                encrypted: boolean;
            };
            /** @description Where its content is served; null when the document is withdrawn. */
            content: string | null;
        };
        Work: {
            overdue: components["schemas"]["WorkItem"][];
            today: components["schemas"]["WorkItem"][];
            soon: components["schemas"]["WorkItem"][];
            /** @description What the reader owes after that: whoever holds a case sees it, however far off the date. */
            later: components["schemas"]["WorkItem"][];
            waiting: components["schemas"]["WorkItem"][];
            /** @description Cursor of the next page of each section. */
            next: {
                overdue: string | null;
                today: string | null;
                soon: string | null;
                later: string | null;
                waiting: string | null;
            };
            /** @description How many there are in each section; null in one not asked for. */
            totals: {
                overdue: number | null;
                today: number | null;
                soon: number | null;
                later: number | null;
                waiting: number | null;
            };
            /** @description What was escalated to the reader and no manager has acted on, earliest first; and in the units that the reader leads: cases that are stuck, longest first, and who is away without cover. */
            managing: {
                escalated: components["schemas"]["EscalatedWorkItem"][];
                moreEscalated: boolean;
                stuck: {
                    collaboration: {
                        id: string;
                        number: string;
                        title: string;
                        phase: string;
                        organisation: string | null;
                    };
                    unit: string;
                    cause: {
                        /** @enum {string} */
                        code: "HANDOVER_LAPSED" | "HANDOVER_OPEN" | "GATE_UNDECIDED" | "NOT_SENT" | "HANDOVER_RETURNED" | "MOVED_AROUND" | "NO_RECEIVING_UNIT" | "QUESTION_UNANSWERED" | "OVERDUE_FOR_GATE" | "EXPIRING" | "OVERDUE" | "PHASE_OVERDUE" | "SILENT";
                        label: string;
                        since: string;
                        owedBy: components["schemas"]["DeadlineParty"];
                        deadline?: string;
                        handover?: string;
                        nextAction: components["schemas"]["NextAction"];
                    };
                    /** @description So long the cause has lasted. */
                    workingDays: number;
                    /** @description What the reader can do about it; first what frees the case. */
                    acts: components["schemas"]["DeadlineAct"][];
                }[];
                moreStuck: boolean;
                uncovered: {
                    person: components["schemas"]["Person"];
                    /**
                     * Format: date
                     * @description A date that exists, in Europe/Oslo.
                     */
                    from: string;
                    /**
                     * Format: date
                     * @description A date that exists, in Europe/Oslo.
                     */
                    until: string | null;
                }[];
            } | null;
            /** @description What happened on my cases during the absence I am in or have lately come back from. */
            whileAway: {
                /**
                 * Format: date
                 * @description A date that exists, in Europe/Oslo.
                 */
                from: string;
                /**
                 * Format: date
                 * @description A date that exists, in Europe/Oslo.
                 */
                to: string | null;
                items: {
                    collaboration: {
                        id: string;
                        number: string;
                        title: string;
                        phase: string;
                    };
                    events: {
                        seq: number;
                        type: string;
                        at: string;
                        by: string | null;
                    }[];
                }[];
            } | null;
        };
        WorkItem: {
            collaboration: {
                id: string;
                number: string;
                title: string;
                phase: string;
                /** @description Its name. */
                organisation: string | null;
            };
            deadline: components["schemas"]["Deadline"];
            person: components["schemas"]["Person"] | null;
            /** @description What the entrepreneur is asked for, or what was agreed in a meeting, as it was said. */
            asked?: string[];
            /** @description Away: the reader acts for them. */
            for: components["schemas"]["Person"] | null;
            /** @description Later debts of the same person in the case that the same step ends. */
            also: {
                id: string;
                kind: string;
                label: string;
                /**
                 * Format: date
                 * @description A date that exists, in Europe/Oslo.
                 */
                dueOn: string;
            }[];
        };
        EscalatedWorkItem: {
            collaboration: {
                id: string;
                number: string;
                title: string;
                phase: string;
                /** @description Its name. */
                organisation: string | null;
            };
            deadline: components["schemas"]["Deadline"];
            person: components["schemas"]["Person"] | null;
            /** @description What the entrepreneur is asked for, or what was agreed in a meeting, as it was said. */
            asked?: string[];
            /** @description Away: the reader acts for them. */
            for: components["schemas"]["Person"] | null;
            /** @description Later debts of the same person in the case that the same step ends. */
            also: {
                id: string;
                kind: string;
                label: string;
                /**
                 * Format: date
                 * @description A date that exists, in Europe/Oslo.
                 */
                dueOn: string;
            }[];
            /** @description What the reader can do about it. */
            acts: components["schemas"]["DeadlineAct"][];
        };
        Overview: {
            units: {
                id: string;
                name: string;
            }[];
            legs: {
                /** @enum {string} */
                phase: "FIRST_CONTACT" | "MENTORING" | "PILOT" | "PROCUREMENT" | "OPERATION" | "EFFECT_EVALUATION";
                open: number;
                suspended: number;
                stuck: number;
            }[];
            /** @description Of what the law sets and of what we set ourselves, the first of the next 90 days. */
            dates: {
                collaboration: {
                    id: string;
                    number: string;
                    title: string;
                    organisation: string | null;
                };
                deadline: string;
                label: string;
                /**
                 * Format: date
                 * @description A date that exists, in Europe/Oslo.
                 */
                dueOn: string;
                /** @enum {string} */
                effect: "LEGAL" | "PRACTICE";
            }[];
            moreDates: boolean;
        };
        Changes: {
            /**
             * Format: date
             * @description A date that exists, in Europe/Oslo.
             */
            since: string;
            items: {
                collaboration: {
                    id: string;
                    number: string;
                    title: string;
                };
                seq: number;
                at: string;
                text: string;
                byName: string | null;
            }[];
            more: boolean;
        };
        NoteList: {
            items: components["schemas"]["Note"][];
            next: string | null;
        };
        Note: {
            /** Format: uuid */
            id: string;
            by: {
                id: string;
                name: string;
            };
            /** Format: date-time */
            at: string;
            text: string;
            /** @enum {string} */
            visibility: "INTERNAL" | "SHARED";
            /** @enum {string} */
            seenBy: "MUNICIPALITY" | "BOTH";
        };
        NoteInput: {
            text: string;
            /**
             * @default INTERNAL
             * @enum {string}
             */
            visibility: "INTERNAL" | "SHARED";
        };
        MessageList: {
            items: components["schemas"]["Message"][];
            next: string | null;
        };
        Message: {
            /** Format: uuid */
            id: string;
            /** @description Counts from 1 in the case. */
            n: number;
            by: {
                id: string;
                name: string;
            };
            /** @enum {string} */
            from: "STAFF" | "ENTREPRENEUR";
            /** Format: date-time */
            at: string;
            text: string;
            /** @enum {string} */
            seenBy: "MUNICIPALITY" | "BOTH";
            contact: boolean;
            /** @description The Message-ID (RFC 5322) by which a reply to its mail is known. */
            messageId: string;
            /** @description Others who have said that they read it; for readers from outside those of the municipality. */
            readBy: {
                id: string;
                name: string;
                /** Format: date-time */
                at: string;
            }[];
        };
        MessageInput: {
            text: string;
            /**
             * @description A contact with a possible supplier, for the dialogue log; by staff.
             * @default false
             */
            contact: boolean;
        };
        MessagesReadInput: {
            /** @description The `n` of the last message read. */
            upTo: number;
        };
        MessagesRead: {
            unread: {
                messages: number;
            };
        };
        DocumentList: {
            items: components["schemas"]["Document"][];
            next: string | null;
        };
        DocumentInput: {
            /**
             * Format: uuid
             * @description A finished upload of the caller to this case.
             */
            file: string;
            title: string;
            /** @enum {string} */
            kind: "AGREEMENT" | "PLAN" | "BUDGET" | "REPORT" | "MEMO" | "MINUTES" | "CERTIFICATE" | "PHOTO" | "OTHER";
            /**
             * @description INTERNAL unless the municipality says otherwise; what the entrepreneur brings is SHARED.
             * @enum {string}
             */
            visibility?: "INTERNAL" | "SHARED";
        };
        DocumentDetail: {
            /** Format: uuid */
            id: string;
            title: string;
            /** @enum {string} */
            kind: "AGREEMENT" | "PLAN" | "BUDGET" | "REPORT" | "MEMO" | "MINUTES" | "CERTIFICATE" | "PHOTO" | "OTHER" | "DIALOGUE_LOG";
            /** @enum {string} */
            visibility: "INTERNAL" | "SHARED";
            /** @enum {string} */
            seenBy: "MUNICIPALITY" | "BOTH";
            /** @enum {string} */
            from: "STAFF" | "ENTREPRENEUR";
            by: {
                id: string;
                name: string;
            };
            /** Format: date-time */
            at: string;
            /** @description How many there are. */
            versions: number;
            latest: components["schemas"]["DocumentVersion"];
            withdrawn: {
                by: {
                    id: string;
                    name: string;
                };
                /** Format: date-time */
                at: string;
                reason: string;
            } | null;
            history: components["schemas"]["DocumentVersion"][];
        };
        DocumentVersionInput: {
            /**
             * Format: uuid
             * @description A finished upload of the caller to this case.
             */
            file: string;
            /** @description What is new. */
            note?: string;
        };
        DocumentWithdrawal: {
            /** @description Read by all who see the document. */
            reason: string;
        };
        DocumentSharing: Record<string, never>;
        Upload: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            collaboration: string;
            /** @enum {string} */
            state: "UPLOADING" | "READY" | "REFUSED";
            /** @description Safe to show; when it is ready, with the extension of its content. */
            name: string;
            /** @description Bytes: announced, and when it is ready those that are stored. */
            size: number;
            /** @description Bytes that have come. */
            offset: number;
            /** @description Media type, by the content. */
            type: string | null;
            /** @description Of what is stored, in hexadecimal. */
            sha256: string | null;
            /** @enum {string|null} */
            scan: "CLEAN" | "NOT_SCANNED" | null;
            /** @description It has a password, so that nothing in it can be searched. */
            encrypted: boolean;
            /**
             * Format: date-time
             * @description Wall time at which it is deleted unless something happens.
             */
            expiresAt: string | null;
            refusal: {
                code: string;
                detail: string;
            } | null;
        };
        ProofChoices: {
            items: {
                proof: {
                    /** Format: uuid */
                    document: string;
                } | {
                    /** Format: uuid */
                    message: string;
                };
                title: string;
                /** Format: date-time */
                at: string;
                /** @enum {string} */
                seenBy: "MUNICIPALITY" | "BOTH";
            }[];
            /** @description There are older ones, which the lists of documents and messages have. */
            more: boolean;
        };
        SearchResult: {
            items: {
                collaboration: {
                    /** Format: uuid */
                    id: string;
                    number: string;
                    title: string;
                    /** @enum {string} */
                    phase: "FIRST_CONTACT" | "MENTORING" | "PILOT" | "PROCUREMENT" | "OPERATION" | "EFFECT_EVALUATION";
                    /** @enum {string} */
                    state: "OPEN" | "SUSPENDED" | "REJECTED" | "WITHDRAWN" | "DORMANT" | "STOPPED" | "COMPLETED";
                };
                /** @description The case itself first, then what is newest. */
                hits: components["schemas"]["SearchHit"][];
                /** @description How many texts of the case were found beside these. */
                more: number;
            }[];
            next: string | null;
        };
        SearchHit: {
            /** @enum {string} */
            source: "CASE" | "NOTE" | "MESSAGE" | "DOCUMENT";
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            seenBy: "MUNICIPALITY" | "BOTH";
            excerpt: components["schemas"]["Excerpt"];
        };
        Excerpt: {
            text: string;
            marks: {
                from: number;
                to: number;
            }[];
        };
        LetterList: {
            items: components["schemas"]["Letter"][];
            next: string | null;
        };
        Letter: {
            id: string;
            collaboration: string;
            /** @description The case. */
            about: {
                number: string;
                title: string;
            };
            /** @description What the letter is about. */
            subject: string;
            deadline?: string;
            rung?: string;
            kind: string;
            to: components["schemas"]["Recipient"];
            template: string;
            language: string;
            dueAt: string;
            notBefore: string;
            /** @enum {string} */
            status: "WAITING" | "SENT" | "MERGED" | "DROPPED" | "FAILED" | "HELD";
            sentAt?: string;
        };
        Process: {
            id: string;
            version: number;
            kind: string;
            /**
             * Format: date
             * @description A date that exists, in Europe/Oslo.
             */
            validFrom: string;
            /** @description All versions; of the one in force only. */
            versions?: {
                id: string;
                version: number;
                kind: string;
                /**
                 * Format: date
                 * @description A date that exists, in Europe/Oslo.
                 */
                validFrom: string;
            }[];
        } & {
            [key: string]: unknown;
        };
        AreaList: {
            items: components["schemas"]["Area"][];
            /** @enum {string|null} */
            next: null;
        };
        Area: {
            id: string;
            name: string;
            text: string;
            unit: string;
            contact: {
                id: string;
                name: string;
                phone: string | null;
            };
            deputy: {
                id: string;
                name: string;
            };
            /**
             * Format: date
             * @description A date that exists, in Europe/Oslo.
             */
            openFrom: string;
            /**
             * Format: date
             * @description A date that exists, in Europe/Oslo.
             */
            openTo: string | null;
            replyWithinWorkingDays: number;
        };
        UnitList: {
            items: components["schemas"]["Unit"][];
            /** @enum {string|null} */
            next: null;
        };
        Unit: {
            id: string;
            name: string;
            parent: string | null;
            holdsCases: boolean;
            manager: components["schemas"]["Person"] | null;
            deputyManager: components["schemas"]["Person"] | null;
            /**
             * Format: date
             * @description A date that exists, in Europe/Oslo.
             */
            closedOn: string | null;
        };
        UnitInput: {
            id?: string;
            name: string;
            /** @default null */
            parent: string | null;
            /** @default true */
            holdsCases: boolean;
            /** @default null */
            deputyManager: string | null;
        };
        UnitChange: {
            name?: string;
            parent?: string | null;
            holdsCases?: boolean;
            deputyManager?: string | null;
            /**
             * Format: date
             * @description A date that exists, in Europe/Oslo.
             */
            closedOn?: string | null;
        };
        PersonList: {
            items: components["schemas"]["PersonEntry"][];
            next: string | null;
        };
        PersonEntry: {
            id: string;
            name: string;
            unit: string;
            staff: boolean;
            active: boolean;
            roles: {
                role: string;
                unit: string;
            }[];
            email?: string | null;
            phone?: string | null;
            version: number;
        };
        PersonInput: {
            id?: string;
            name: string;
            unit: string;
            /**
             * Format: idn-email
             * @description Kept in its canonical form: lower case, the domain in ASCII (IDNA).
             * @default null
             */
            email: string | null;
            /** @default null */
            phone: string | null;
            /** @default true */
            staff: boolean;
        };
        PersonChange: {
            name?: string;
            unit?: string;
            /**
             * Format: idn-email
             * @description Kept in its canonical form: lower case, the domain in ASCII (IDNA).
             */
            email?: string | null;
            phone?: string | null;
            staff?: boolean;
            /** @enum {boolean} */
            active?: true;
        };
        Identity: {
            /** @enum {string} */
            issuer: "staff" | "contacts";
            linked: boolean;
        };
        IdentityInput: {
            subject: string;
        };
        HeldRoles: {
            items: components["schemas"]["HeldRole"][];
            /** @enum {string|null} */
            next: null;
        };
        HeldRole: {
            role: string;
            unit: string;
            /**
             * Format: date
             * @description A date that exists, in Europe/Oslo.
             */
            from: string;
            /**
             * Format: date
             * @description A date that exists, in Europe/Oslo.
             */
            to: string | null;
        };
        RoleInput: {
            /** @enum {string} */
            role: "saksbehandler" | "leder" | "nestleder" | "mentor" | "pilotleder" | "driftsansvarlig" | "kommunalsjef" | "mottak" | "mentorkoordinator" | "kommunedirektor" | "innkjoper" | "kontraktsforvalter" | "gevinstansvarlig" | "evaluator" | "controller" | "jurist" | "personvern" | "tilskuddsforvalter" | "klageorgan" | "redaktor" | "politikk" | "admin" | "entreprenor" | "eier" | "utviklingspartner" | "henviser" | "radgiver";
            unit: string;
            /**
             * Format: date
             * @description A date that exists, in Europe/Oslo.
             */
            from?: string;
            /**
             * Format: date
             * @description A date that exists, in Europe/Oslo.
             * @default null
             */
            to: string | null;
        };
        RoleChange: {
            /**
             * Format: date
             * @description A date that exists, in Europe/Oslo.
             */
            to: string | null;
        };
        EndedRole: {
            role: string;
            unit: string;
            /**
             * Format: date
             * @description A date that exists, in Europe/Oslo.
             */
            from: string;
            /**
             * Format: date
             * @description A date that exists, in Europe/Oslo.
             */
            to: string | null;
            /** @description When nobody else in the unit has the role afterwards. */
            warning?: string;
        };
        AbsenceList: {
            items: components["schemas"]["Absence"][];
            /** @enum {string|null} */
            next: null;
        };
        Absence: {
            person: string;
            /**
             * Format: date
             * @description A date that exists, in Europe/Oslo.
             */
            from: string;
            /**
             * Format: date
             * @description A date that exists, in Europe/Oslo.
             */
            to: string | null;
            substitute: components["schemas"]["Person"] | null;
            substituteAway: {
                /**
                 * Format: date
                 * @description A date that exists, in Europe/Oslo.
                 */
                from: string;
                /**
                 * Format: date
                 * @description A date that exists, in Europe/Oslo.
                 */
                to: string | null;
            }[];
            /** @description Who acts while the substitute is absent too, or that nobody does. */
            warning?: string;
        };
        AbsenceInput: {
            /**
             * Format: date
             * @description A date that exists, in Europe/Oslo.
             */
            from: string;
            /**
             * Format: date
             * @description A date that exists, in Europe/Oslo.
             * @default null
             */
            to: string | null;
            /** @default null */
            substitute: string | null;
        };
        AbsenceChange: {
            /**
             * Format: date
             * @description A date that exists, in Europe/Oslo.
             */
            to?: string | null;
            substitute?: string | null;
        };
        AllAbsences: {
            items: components["schemas"]["AbsenceOf"][];
            /** @enum {string|null} */
            next: null;
        };
        AbsenceOf: {
            person: string;
            /**
             * Format: date
             * @description A date that exists, in Europe/Oslo.
             */
            from: string;
            /**
             * Format: date
             * @description A date that exists, in Europe/Oslo.
             */
            to: string | null;
            substitute: components["schemas"]["Person"] | null;
            substituteAway: {
                /**
                 * Format: date
                 * @description A date that exists, in Europe/Oslo.
                 */
                from: string;
                /**
                 * Format: date
                 * @description A date that exists, in Europe/Oslo.
                 */
                to: string | null;
            }[];
            /** @description Who acts while the substitute is absent too, or that nobody does. */
            warning?: string;
            name: string;
        };
        ImportInput: {
            csv: string;
            /** @default false */
            dryRun: boolean;
        };
        ImportReport: {
            dryRun: boolean;
            written: boolean;
            rows: {
                line: number;
                /** @enum {string} */
                outcome: "CREATED" | "CHANGED" | "UNCHANGED" | "REFUSED";
                person?: string;
                did: ("UNIT_ADDED" | "PERSON_ADDED" | "PERSON_CHANGED" | "ROLE_GIVEN" | "ROLE_CHANGED" | "IDENTITY_LINKED")[];
                code?: string;
                column?: string;
                why?: string;
            }[];
        };
        OrganisationList: {
            items: {
                id: string;
                name: string;
                number?: string;
            }[];
            /** @enum {string|null} */
            next: null;
        };
        OrganisationContacts: {
            items: components["schemas"]["OrganisationContact"][];
            next: string | null;
        };
        OrganisationContact: {
            id: string;
            person: string;
            name: string;
            email: string | null;
            phone: string | null;
            /** @description Null: speaks in all of the organisation’s collaborations. */
            collaboration: string | null;
            /**
             * Format: date
             * @description A date that exists, in Europe/Oslo.
             */
            from: string;
            /**
             * Format: date
             * @description A date that exists, in Europe/Oslo.
             */
            to: string | null;
            /** @description Who is named to speak in all collaborations does so once this is true; see `/confirmation`. */
            confirmed: boolean;
        };
        OrganisationContactInput: {
            name: string;
            /**
             * Format: idn-email
             * @description Kept in its canonical form: lower case, the domain in ASCII (IDNA).
             */
            email: string;
            phone?: string;
            /**
             * Format: uuid
             * @description The contact whose place the new one takes; that one loses access at once.
             */
            replaces?: string;
            /**
             * Format: uuid
             * @description The one collaboration to speak in; all of them when absent.
             */
            collaboration?: string;
        };
        SignInLinkAsked: {
            text: string;
            /** @description How long a link works. */
            minutes: number;
        };
        Profile: {
            name: string;
            email: string | null;
            phone: string | null;
            organisations: {
                id: string;
                name: string;
                number?: string;
                /** @description Whether the caller speaks in all its cases, and may name others who do. */
                inAllCases: boolean;
            }[];
        };
        Me: {
            user: string;
            name: string;
            units: string[];
            roles: string[];
            /** @description Whether the person works for the municipality; all others come from outside. */
            staff: boolean;
        };
        SessionList: {
            items: {
                id: string;
                /** @description Wall time, as all of a session. */
                startedAt: string;
                lastSeenAt: string;
                /** @enum {string} */
                method: "demo" | "oidc" | "link";
                browser: string;
                current: boolean;
            }[];
            /** @enum {string|null} */
            next: null;
        };
        OwnSettings: {
            /**
             * @description How close rows of lists stand.
             * @default NORMAL
             * @enum {string}
             */
            density: "NORMAL" | "TIGHT";
            /**
             * @description Whether single letters are shortcuts (WCAG 2.1.4).
             * @default true
             */
            singleKeys: boolean;
            /**
             * @description Views of the list of cases; the query is what its address says, as JSON.
             * @default []
             */
            views: {
                name: string;
                query: string;
            }[];
            /**
             * @description Rows of My day that come back on a day, or when their date has passed.
             * @default []
             */
            putAway: {
                /** Format: uuid */
                collaboration: string;
                deadline: string;
                /**
                 * Format: date
                 * @description A date that exists, in Europe/Oslo.
                 */
                until: string;
            }[];
        };
        OwnSettingsChange: {
            /**
             * @description How close rows of lists stand.
             * @enum {string}
             */
            density?: "NORMAL" | "TIGHT";
            /** @description Whether single letters are shortcuts (WCAG 2.1.4). */
            singleKeys?: boolean;
            /** @description Views of the list of cases; the query is what its address says, as JSON. */
            views?: {
                name: string;
                query: string;
            }[];
            /** @description Rows of My day that come back on a day, or when their date has passed. */
            putAway?: {
                /** Format: uuid */
                collaboration: string;
                deadline: string;
                /**
                 * Format: date
                 * @description A date that exists, in Europe/Oslo.
                 */
                until: string;
            }[];
        };
        SignInLinkInput: {
            /**
             * Format: idn-email
             * @description Kept in its canonical form: lower case, the domain in ASCII (IDNA).
             */
            email: string;
        };
        SignInLinkState: {
            /** @description Whether the link signs in when it is posted to. */
            works: boolean;
        };
        AuditList: {
            items: components["schemas"]["AuditEntry"][];
            next: string | null;
        };
        AuditEntry: {
            id: string;
            at: string;
            kind: string;
            /** @description Null for somebody not signed in, and for the installation itself. */
            by: {
                id: string;
                name: string | null;
            } | null;
            /** @description The person, unit or other thing that it was done to. */
            subject: {
                id: string;
                name: string | null;
            } | null;
            collaboration: {
                id: string;
                number: string | null;
            } | null;
            detail: {
                [key: string]: unknown;
            };
        };
        SensitivityInput: {
            sensitive: boolean;
        };
        Sensitivity: {
            sensitive: boolean;
        };
        PersonalData: {
            person: {
                [key: string]: unknown;
            };
            /** @description Rows that refer to the person, by table and column. */
            registers: {
                [key: string]: {
                    [key: string]: unknown;
                }[];
            };
            /** @description Enquiries whose contact the person is. */
            enquiries: {
                [key: string]: unknown;
            }[];
            collaborations: {
                id: string;
                number: string;
                title: string;
                as: string[];
                open: boolean;
            }[];
            texts: {
                collaboration: string;
                command: string;
                field: string;
                at: string;
                body: unknown;
            }[];
            acts: {
                collaboration: string;
                seq: number;
                type: string;
                at: string;
                recordedAt: string;
            }[];
            audit: {
                at: string;
                kind: string;
                by: string | null;
                subject: string | null;
                collaboration: string | null;
                detail: {
                    [key: string]: unknown;
                };
            }[];
        };
        ErasureInput: {
            dryRun: boolean;
        };
        Erasure: {
            person: string;
            dryRun: boolean;
            /** @description How many rows were changed or deleted, by table; `title` counts titles of cases. */
            changed: {
                [key: string]: number;
            };
        };
        ContactErasure: {
            collaboration: string;
            /** @description Who in the register of people has the same e-mail address: erased as well, unless they are staff. */
            person: string | null;
            dryRun: boolean;
            /** @description How many rows were changed or deleted, by table; `title` counts titles of cases. */
            changed: {
                [key: string]: number;
            };
        };
        HoldingList: {
            items: {
                /** @enum {string} */
                kind: "OWNED_CASE" | "DEPUTY_CASE" | "CONTACT_CASE" | "HANDOVER" | "CASE_ROLE" | "AREA_CONTACT" | "AREA_DEPUTY" | "ROLE" | "SUBSTITUTE";
                collaboration?: {
                    /** Format: uuid */
                    id: string;
                    number: string;
                    title: string;
                    /** @enum {string} */
                    phase: "FIRST_CONTACT" | "MENTORING" | "PILOT" | "PROCUREMENT" | "OPERATION" | "EFFECT_EVALUATION";
                } | null;
                handover?: string;
                area?: string;
                role?: string;
                unit?: string;
                absent?: components["schemas"]["Person"];
                /**
                 * Format: date
                 * @description A date that exists, in Europe/Oslo.
                 */
                from?: string;
            }[];
            /** @enum {string|null} */
            next: null;
        };
        DepartureInput: {
            to?: string;
            /** @default [] */
            assignments: {
                /** Format: uuid */
                collaboration: string;
                to: string;
            }[];
            /** @default false */
            dryRun: boolean;
        };
        DepartureReport: {
            person: string;
            dryRun: boolean;
            complete: boolean;
            active: boolean;
            lines: {
                /** @enum {string} */
                kind: "OWNED_CASE" | "DEPUTY_CASE" | "CONTACT_CASE" | "HANDOVER" | "CASE_ROLE" | "AREA_CONTACT" | "AREA_DEPUTY" | "ROLE" | "SUBSTITUTE";
                collaboration?: {
                    /** Format: uuid */
                    id: string;
                    number: string;
                    title: string;
                    /** @enum {string} */
                    phase: "FIRST_CONTACT" | "MENTORING" | "PILOT" | "PROCUREMENT" | "OPERATION" | "EFFECT_EVALUATION";
                } | null;
                handover?: string;
                area?: string;
                role?: string;
                unit?: string;
                absent?: components["schemas"]["Person"];
                /**
                 * Format: date
                 * @description A date that exists, in Europe/Oslo.
                 */
                from?: string;
                to: components["schemas"]["Person"] | null;
                /** @enum {string} */
                outcome: "WOULD" | "DONE" | "REFUSED" | "UNKNOWN" | "WAITING";
                code?: string;
                why?: string;
                warning?: string;
            }[];
        };
        MovesInput: {
            collaborations: string[];
            to: string;
            /** @default false */
            dryRun: boolean;
        };
        MovesReport: {
            to: components["schemas"]["Person"];
            dryRun: boolean;
            lines: {
                /** Format: uuid */
                id: string;
                number?: string;
                title?: string;
                /** @enum {string} */
                outcome: "WOULD" | "MOVED" | "ALREADY" | "REFUSED" | "UNKNOWN" | "NOT_TRIED";
                code?: string;
                why?: string;
                needsHandover: boolean;
            }[];
        };
        Holidays: {
            /**
             * Format: date
             * @description A date that exists, in Europe/Oslo.
             */
            date: string;
            name: string;
        }[];
        Added: {
            /**
             * Format: date
             * @description A date that exists, in Europe/Oslo.
             */
            date: string;
            skipped: {
                /**
                 * Format: date
                 * @description A date that exists, in Europe/Oslo.
                 */
                date: string;
                why: string;
            }[];
        };
        Clock: {
            now: string;
            /** @description Domain seconds per second of the wall clock. */
            speed: number;
            /** @description Anybody may sign in as anybody, and letters may go to a mailbox that all read. */
            demonstration: boolean;
        };
        Live: {
            /** @enum {string} */
            status: "live";
        };
        Ready: {
            /** @enum {string} */
            status: "ready" | "degraded" | "not-ready";
            checks: {
                [key: string]: {
                    /** @enum {string} */
                    status: "ok" | "degraded" | "down";
                    detail?: string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        Operations: {
            cases: {
                open: number;
                closed: number;
                /** @description Cases whose history diverges: they need the operator, all others go on. */
                halted: {
                    number: string;
                    /** @description Wall time. */
                    since: string;
                }[];
            };
            /** @description How many letters stand where. */
            letters: {
                [key: string]: number;
            };
            /** @description Domain time from which the oldest waiting letter may be sent. */
            oldestWaitingLetter: string | null;
        };
        Installation: {
            /** @description Whose installation it is; null when its operator has not said. */
            municipality: string | null;
        };
        SignInInput: {
            user: string;
        };
        Mailbox: {
            items: {
                id: string;
                at: string;
                to: string;
                subject: string;
            }[];
            /** @enum {string|null} */
            next: null;
        };
        MailboxLetter: {
            id: string;
            at: string;
            to: string;
            subject: string;
            from: string;
            text: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "Enquiries.send": {
        parameters: {
            query?: never;
            header?: {
                /** @description 1-200 visible ASCII characters; repeating it is safe. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnquiryInput"];
            };
        };
        responses: {
            /** @description Send an enquiry */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnquiryReceipt"];
                };
            };
            /** @description Refused: malformed, sensitive-number */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unsupported-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: out-of-range, key-reused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: slow-down */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Enquiries.status": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                secret: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where an enquiry stands */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnquiryStatus"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "CaseList.list": {
        parameters: {
            query?: {
                phase?: "FIRST_CONTACT" | "MENTORING" | "PILOT" | "PROCUREMENT" | "OPERATION" | "EFFECT_EVALUATION";
                state?: "OPEN" | "SUSPENDED" | "REJECTED" | "WITHDRAWN" | "DORMANT" | "STOPPED" | "COMPLETED";
                unit?: string;
                owner?: string;
                waitingFor?: "MUNICIPALITY" | "ENTREPRENEUR" | "THIRD_PARTY";
                stuck?: "true" | "false";
                risk?: "true" | "false";
                q?: string;
                sort?: "number" | "-number" | "openedAt" | "-openedAt" | "due" | "phaseSince" | "-phaseSince";
                total?: "true" | "false";
                limit?: string;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Cases the caller may see */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollaborationList"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Collaborations.open": {
        parameters: {
            query?: never;
            header?: {
                /** @description 1-200 visible ASCII characters; repeating it is safe. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpeningInput"];
            };
        };
        responses: {
            /** @description Open a case */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Collaboration"];
                };
            };
            /** @description Refused: malformed, sensitive-number */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unsupported-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: out-of-range, unknown-person, key-reused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Collaborations.one": {
        parameters: {
            query?: {
                as?: "entrepreneur";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One case */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Collaboration"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Commands.give": {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
                /** @description Of a dry run of `draftHandover`: what sending it at once would lead to as well. */
                thenSend?: "true" | "false";
            };
            header?: {
                /** @description 1-200 visible ASCII characters; repeating it is safe. */
                "Idempotency-Key"?: string;
                /** @description The ETag of the version that the command is meant for. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Command"];
            };
        };
        responses: {
            /** @description Give a command to a case */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Collaboration"] | components["schemas"]["CommandPreview"];
                };
            };
            /** @description Give a command to a case */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            /** @description Refused: malformed, sensitive-number */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not-yours, not-receiver, same-person, forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: superseded, not-in-phase, gate-blocked, no-open-handover, handover-open, legal-item, already-closed, held */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: stale */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unsupported-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: out-of-range, bad-fact, unknown-item, unknown-person, unknown-proof, in-the-past, in-the-future, key-reused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable, outcome-unknown */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Events.events": {
        parameters: {
            query?: {
                after?: string;
                order?: "asc" | "desc";
                kind?: "CASE" | "PEOPLE" | "FACT" | "CHECKLIST" | "DECISION" | "HANDOVER" | "QUESTION" | "MEETING" | "DEADLINE";
                as?: "entrepreneur";
                limit?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The history of a case */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventList"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Deadlines.all": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All deadlines of a case, open and ended */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadlineList"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Deadlines.why": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                deadlineId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Why a deadline falls on its date */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Why"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Forms.forms": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Forms of a case that the caller may send now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseFormList"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Handovers.list": {
        parameters: {
            query?: {
                open?: "true" | "false";
                stuck?: "true" | "false";
                fromUnit?: string;
                toUnit?: string;
                /** @description One state or several, with commas between. */
                state?: string;
                mine?: "to" | "from" | "area";
                sort?: "age" | "-age" | "sentAt" | "-sentAt";
                limit?: string;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Handovers the caller may see */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoverList"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "CaseHandovers.prefill": {
        parameters: {
            query?: {
                toPhase?: "FIRST_CONTACT" | "MENTORING" | "PILOT" | "PROCUREMENT" | "OPERATION" | "EFFECT_EVALUATION";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A draft of the next handover, filled in from the case */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoverPrefill"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "CaseHandovers.one": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                handoverId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One handover */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoverDetail"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Work.work": {
        parameters: {
            query?: {
                section?: "overdue" | "today" | "soon" | "later" | "waiting";
                limit?: string;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description My day */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Work"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Overview.overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The units that I lead */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overview"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Changes.changes": {
        parameters: {
            query?: {
                /** @description A date that exists, in Europe/Oslo. */
                since?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What changed in my cases */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Changes"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Stream.open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Changes of cases as server-sent events */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: slow-down */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Notes.list": {
        parameters: {
            query?: {
                after?: string;
                order?: "asc" | "desc";
                limit?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The notes of a case */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoteList"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Notes.write": {
        parameters: {
            query?: never;
            header?: {
                /** @description 1-200 visible ASCII characters; repeating it is safe. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoteInput"];
            };
        };
        responses: {
            /** @description Write a note on a case */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Note"];
                };
            };
            /** @description Refused: malformed, sensitive-number */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unsupported-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: key-reused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Messages.list": {
        parameters: {
            query?: {
                after?: string;
                order?: "asc" | "desc";
                limit?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The messages between the municipality and the entrepreneur */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageList"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Messages.write": {
        parameters: {
            query?: never;
            header?: {
                /** @description 1-200 visible ASCII characters; repeating it is safe. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MessageInput"];
            };
        };
        responses: {
            /** @description Write a message to the other side */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
            /** @description Refused: malformed, sensitive-number */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: already-closed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unsupported-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: key-reused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Messages.read": {
        parameters: {
            query?: never;
            header?: {
                /** @description 1-200 visible ASCII characters; repeating it is safe. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MessagesReadInput"];
            };
        };
        responses: {
            /** @description Mark messages as read */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagesRead"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unsupported-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Documents.list": {
        parameters: {
            query?: {
                after?: string;
                order?: "asc" | "desc";
                limit?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The documents of a case */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentList"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Documents.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description 1-200 visible ASCII characters; repeating it is safe. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DocumentInput"];
            };
        };
        responses: {
            /** @description Add a document to a case */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentDetail"];
                };
            };
            /** @description Refused: malformed, sensitive-number */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: already-closed, file-in-use */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unsupported-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unknown-file, key-reused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Documents.one": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                document: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One document with all its versions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentDetail"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Documents.addVersion": {
        parameters: {
            query?: never;
            header?: {
                /** @description 1-200 visible ASCII characters; repeating it is safe. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                document: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DocumentVersionInput"];
            };
        };
        responses: {
            /** @description Add a new version of a document */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentDetail"];
                };
            };
            /** @description Refused: malformed, sensitive-number */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: already-closed, file-in-use */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: withdrawn */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unsupported-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unknown-file, key-reused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Documents.withdraw": {
        parameters: {
            query?: never;
            header?: {
                /** @description 1-200 visible ASCII characters; repeating it is safe. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                document: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DocumentWithdrawal"];
            };
        };
        responses: {
            /** @description Withdraw a document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentDetail"];
                };
            };
            /** @description Refused: malformed, sensitive-number */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: already-closed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unsupported-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: key-reused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Documents.share": {
        parameters: {
            query?: never;
            header?: {
                /** @description 1-200 visible ASCII characters; repeating it is safe. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                document: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DocumentSharing"];
            };
        };
        responses: {
            /** @description Share an internal document with the entrepreneur */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentDetail"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: withdrawn */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unsupported-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: key-reused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Uploads.begin": {
        parameters: {
            query?: never;
            header?: {
                /** @description 1-200 visible ASCII characters; repeating it is safe. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Begin to upload a file to a case */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upload"];
                };
            };
            /** @description Refused: malformed, sensitive-number */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: already-closed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: upload-protocol */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unsupported-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: key-reused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: storage-full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Uploads.read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What has become of an upload */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upload"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: storage-full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Uploads.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Give up an upload */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: held */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: upload-protocol */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unsupported-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Uploads.receive": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Send a part of a file */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: upload-offset */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: upload-protocol */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unsupported-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: file-empty, file-type, file-encoding, file-active, file-damaged, file-bomb, file-infected */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: storage-full */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Content.content": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                document: string;
                v: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The content of one version of a document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description The content of one version of a document */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: withdrawn */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The content of one version of a document */
            416: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "DialogueLog.log": {
        parameters: {
            query?: {
                format?: "pdf" | "csv";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every contact with a possible supplier, as PDF or CSV */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                    "text/csv": string;
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Proof.list": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The documents and messages of a case that can be named as proof */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProofChoices"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Search.search": {
        parameters: {
            query: {
                /** @description Words of two letters or more; all of them are in each text that is found. */
                q: string;
                source?: "CASE" | "NOTE" | "MESSAGE" | "DOCUMENT";
                limit?: string;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Search cases, notes, messages and documents */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchResult"];
                };
            };
            /** @description Refused: malformed, sensitive-number */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Letters.list": {
        parameters: {
            query?: {
                collaboration?: string;
                status?: "WAITING" | "SENT" | "MERGED" | "DROPPED" | "FAILED" | "HELD";
                limit?: string;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The outbox of cases the caller may see */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LetterList"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Process.newest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The process in force, and all versions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Process"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Process.version": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One version of the process */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Process"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Areas.open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Service areas open for collaboration */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AreaList"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Units.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Units of the municipality */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitList"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Units.add": {
        parameters: {
            query?: never;
            header?: {
                /** @description 1-200 visible ASCII characters; repeating it is safe. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnitInput"];
            };
        };
        responses: {
            /** @description Add a unit */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unit"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: held */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unsupported-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unknown-person, out-of-range, key-reused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Units.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnitChange"];
            };
        };
        responses: {
            /** @description Change or close a unit */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unit"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: held */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unsupported-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unknown-person, out-of-range */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "People.list": {
        parameters: {
            query?: {
                unit?: string;
                role?: "saksbehandler" | "leder" | "nestleder" | "mentor" | "pilotleder" | "driftsansvarlig" | "kommunalsjef" | "mottak" | "mentorkoordinator" | "kommunedirektor" | "innkjoper" | "kontraktsforvalter" | "gevinstansvarlig" | "evaluator" | "controller" | "jurist" | "personvern" | "tilskuddsforvalter" | "klageorgan" | "redaktor" | "politikk" | "admin" | "entreprenor" | "eier" | "utviklingspartner" | "henviser" | "radgiver";
                q?: string;
                active?: "true" | "false";
                limit?: string;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description People of the municipality and around it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonList"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "People.add": {
        parameters: {
            query?: never;
            header?: {
                /** @description 1-200 visible ASCII characters; repeating it is safe. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonInput"];
            };
        };
        responses: {
            /** @description Enter a person */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonEntry"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: held */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unsupported-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unknown-person, key-reused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "People.one": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One person */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonEntry"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "People.change": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of the person as it was read, or *. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonChange"];
            };
        };
        responses: {
            /** @description Change a person */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonEntry"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: already-closed, held */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: stale */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unsupported-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unknown-person */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Identity.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether a person can sign in at their provider */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Identity"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Identity.put": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityInput"];
            };
        };
        responses: {
            /** @description Say who a person is at the provider by which they sign in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Identity"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: held, already-closed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unsupported-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Identity.delete": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Take away how a person signs in */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unsupported-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "PersonSessions.end": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description End all sessions of a person */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unsupported-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Roles.list": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A person's roles */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeldRoles"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Roles.give": {
        parameters: {
            query?: never;
            header?: {
                /** @description 1-200 visible ASCII characters; repeating it is safe. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleInput"];
            };
        };
        responses: {
            /** @description Give a person a role in a unit, for a time */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeldRole"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: held, already-closed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unsupported-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unknown-person, out-of-range, in-the-past, key-reused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Roles.takeBack": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                role: string;
                unit: string;
                from: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Take back a role that has not been in force before today */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: held */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unsupported-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: in-the-past */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Roles.end": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                role: string;
                unit: string;
                from: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleChange"];
            };
        };
        responses: {
            /** @description Say when a role ends */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndedRole"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: held */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unsupported-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: out-of-range, in-the-past */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Absences.list": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description When a person is away */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AbsenceList"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Absences.add": {
        parameters: {
            query?: never;
            header?: {
                /** @description 1-200 visible ASCII characters; repeating it is safe. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AbsenceInput"];
            };
        };
        responses: {
            /** @description Say that a person is away */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Absence"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden, same-person */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: held, already-closed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unsupported-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unknown-person, out-of-range, key-reused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Absences.takeBack": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                from: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Take back an absence that begins today or later */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unsupported-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: in-the-past */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Absences.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                from: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AbsenceChange"];
            };
        };
        responses: {
            /** @description Change a person's absence */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Absence"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden, same-person */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: held, already-closed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unsupported-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unknown-person, out-of-range, in-the-past */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "MyAbsences.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description When I am away */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AbsenceList"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "MyAbsences.add": {
        parameters: {
            query?: never;
            header?: {
                /** @description 1-200 visible ASCII characters; repeating it is safe. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AbsenceInput"];
            };
        };
        responses: {
            /** @description Say that I am away */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Absence"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden, same-person */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: held, already-closed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unsupported-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unknown-person, out-of-range, key-reused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "MyAbsences.takeBack": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                from: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Take back my absence that begins today or later */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unsupported-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: in-the-past */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "MyAbsences.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                from: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AbsenceChange"];
            };
        };
        responses: {
            /** @description Change my absence */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Absence"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden, same-person */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: held, already-closed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unsupported-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unknown-person, out-of-range, in-the-past */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "AllAbsences.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who is away now, and who will be */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AllAbsences"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "PeopleImport.take": {
        parameters: {
            query?: never;
            header?: {
                /** @description 1-200 visible ASCII characters; repeating it is safe. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportInput"];
            };
        };
        responses: {
            /** @description Take in units, people and roles from a sheet */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportReport"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unsupported-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: key-reused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Organisations.find": {
        parameters: {
            query?: {
                number?: string;
                q?: string;
                limit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Look up organisations by number or name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationList"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Contacts.list": {
        parameters: {
            query?: {
                collaboration?: string;
                limit?: string;
                cursor?: string;
            };
            header?: never;
            path: {
                organisation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Those who speak for an organisation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationContacts"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Contacts.add": {
        parameters: {
            query?: never;
            header?: {
                /** @description 1-200 visible ASCII characters; repeating it is safe. */
                "Idempotency-Key"?: string;
            };
            path: {
                organisation: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganisationContactInput"];
            };
        };
        responses: {
            /** @description Add or replace one who speaks for an organisation */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationContact"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unsupported-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unknown-person, key-reused */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Contacts.end": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organisation: string;
                contact: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description End at once that somebody speaks for an organisation */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unsupported-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Contacts.confirm": {
        parameters: {
            query?: never;
            header?: {
                /** @description 1-200 visible ASCII characters; repeating it is safe. */
                "Idempotency-Key"?: string;
            };
            path: {
                organisation: string;
                contact: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Confirm that somebody speaks for the whole organisation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationContact"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden, same-person */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: held */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unsupported-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Contacts.sendLink": {
        parameters: {
            query?: never;
            header?: {
                /** @description 1-200 visible ASCII characters; repeating it is safe. */
                "Idempotency-Key"?: string;
            };
            path: {
                organisation: string;
                contact: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Send a sign-in link to one who speaks for an organisation */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInLinkAsked"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: held */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unsupported-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unknown-person */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: slow-down */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Profile.show": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is known of me, and for whom I speak */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Session.me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who is signed in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Session.signOut": {
        parameters: {
            query?: never;
            header?: {
                /** @description 1-200 visible ASCII characters; repeating it is safe. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Sign out */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Sign out */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Sign out */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unsupported-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "SignIn.begin": {
        parameters: {
            query?: {
                as?: "staff" | "contact";
                returnTo?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Sign in at an issuer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Sign in at an issuer */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "text/html": string;
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "text/html": string;
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "text/html": string;
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "text/html": string;
                };
            };
            /** @description Refused: slow-down */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "text/html": string;
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "text/html": string;
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "text/html": string;
                };
            };
        };
    };
    "SignIn.end": {
        parameters: {
            query: {
                state: string;
                code?: string;
                iss?: string;
                error?: string;
                error_description?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where an issuer sends a person back to */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "text/html": string;
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "text/html": string;
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "text/html": string;
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "text/html": string;
                };
            };
            /** @description Refused: slow-down */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "text/html": string;
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "text/html": string;
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "text/html": string;
                };
            };
        };
    };
    "OwnSessions.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where I am signed in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionList"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "OwnSessions.endOthers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description End all my other sessions */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unsupported-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "OwnSessions.end": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description End one of my sessions */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unsupported-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "OwnSettings.read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How I want my pages */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnSettings"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "OwnSettings.change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OwnSettingsChange"];
            };
        };
        responses: {
            /** @description Change how I want my pages */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnSettings"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unsupported-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "SignInLinks.ask": {
        parameters: {
            query?: never;
            header?: {
                /** @description 1-200 visible ASCII characters; repeating it is safe. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInLinkInput"];
            };
        };
        responses: {
            /** @description Ask for a sign-in link by e-mail */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInLinkAsked"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unsupported-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: slow-down */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "SignInLinks.show": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page of a sign-in link */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInLinkState"];
                    "text/html": string;
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "SignInLinks.use": {
        parameters: {
            query?: never;
            header?: {
                /** @description 1-200 visible ASCII characters; repeating it is safe. */
                "Idempotency-Key"?: string;
            };
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Sign in with a link */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Sign in with a link */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "text/html": string;
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "text/html": string;
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "text/html": string;
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "text/html": string;
                };
            };
            /** @description Refused: unsupported-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "text/html": string;
                };
            };
            /** @description Refused: slow-down */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "text/html": string;
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "text/html": string;
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                    "text/html": string;
                };
            };
        };
    };
    "Audit.list": {
        parameters: {
            query?: {
                from?: string & (string);
                to?: string & (string);
                by?: string;
                subject?: string;
                kind?: string;
                collaboration?: string;
                limit?: string;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The audit log */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditList"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Audit.export": {
        parameters: {
            query?: {
                from?: string & (string);
                to?: string & (string);
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The audit log as CSV */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Sensitivity.set": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SensitivityInput"];
            };
        };
        responses: {
            /** @description Mark a case as sensitive, or no longer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sensitivity"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unsupported-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "PersonalData.export": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Everything that is held of a person */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonalData"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Erasure.person": {
        parameters: {
            query?: never;
            header?: {
                /** @description 1-200 visible ASCII characters; repeating it is safe. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ErasureInput"];
            };
        };
        responses: {
            /** @description Erase a person; the facts of their cases stay */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasure"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: held */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unsupported-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Erasure.contact": {
        parameters: {
            query?: never;
            header?: {
                /** @description 1-200 visible ASCII characters; repeating it is safe. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ErasureInput"];
            };
        };
        responses: {
            /** @description Erase the contact that a case's enquiry names */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactErasure"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unsupported-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Departures.holdings": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a person holds */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoldingList"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Departures.depart": {
        parameters: {
            query?: never;
            header?: {
                /** @description 1-200 visible ASCII characters; repeating it is safe. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DepartureInput"];
            };
        };
        responses: {
            /** @description A person leaves: hand over and deactivate */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DepartureReport"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden, same-person */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unsupported-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unknown-person */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Moves.move": {
        parameters: {
            query?: never;
            header?: {
                /** @description 1-200 visible ASCII characters; repeating it is safe. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MovesInput"];
            };
        };
        responses: {
            /** @description Give many cases to one person */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovesReport"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unsupported-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unknown-person */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Calendar.holidays": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                year: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Public holidays of a year */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Holidays"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: out-of-range */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Calendar.add": {
        parameters: {
            query: {
                from: string;
                count: string;
                calendar: "WORKING_DAYS_EEA" | "CALENDAR_DAYS" | "WEEKS" | "MONTHS";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The last day of a period, and the days not counted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Added"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: out-of-range */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: slow-down */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Clock.clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Domain time */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clock"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Health.live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The process runs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Live"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Health.ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Everything works together */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ready"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Everything works together */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ready"];
                };
            };
        };
    };
    "Operations.figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Figures of the installation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operations"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Installation.show": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whose installation this is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Installation"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "OpenApi.document": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description This document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "DemoSignIn.signIn": {
        parameters: {
            query?: never;
            header?: {
                /** @description 1-200 visible ASCII characters; repeating it is safe. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInInput"];
            };
        };
        responses: {
            /** @description Sign in as a demo user */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unsupported-media-type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unknown-person */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: slow-down */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Mailbox.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Letters caught by the demonstration, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mailbox"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "Mailbox.letter": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One letter as it was received */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailboxLetter"];
                };
            };
            /** @description Refused: malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: signed-out */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: not-found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: too-large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: headers-too-large */
            431: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused: unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
