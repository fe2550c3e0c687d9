-- Why a steward is asked, in which order, and what else there is to ask about the same citizens.
alter table review_task
    add column reason  text not null default 'DOUBT' check (reason in ('DOUBT', 'CERTIFIED', 'BIRTH_DATES', 'SEXES', 'DEATH',
        'NAMESAKES', 'BRIDGE', 'LARGE')),
    add column risk    int  not null default 0,
    add column waiting int  not null default 0;
alter table review_task alter column reason drop default;
drop index review_task_open;
create index review_task_open on review_task (risk desc, weight desc, id) where state = 'OPEN';
